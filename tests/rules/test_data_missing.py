from __future__ import annotations

from tests.rules.packages import SUMMARY, SUMMARY_CSV, article, found_in, package
from tests.rules.verbs import GOOD, check_files, check_found

NAMING = GOOD.replace("author: 村文书", "author: 村文书\ndata: [q3]")


def test_package_that_is_there_is_clean() -> None:
    files = article(NAMING)

    found = found_in(files, package(SUMMARY, SUMMARY_CSV, "q3"))

    assert found == []


def test_package_that_is_not_there_is_found() -> None:
    text = NAMING

    check_found(text, ["data-missing:8:data"])


def test_near_name_is_suggested() -> None:
    text = NAMING.replace("[q3]", "[summary-2026-3]")

    problems = check_files(article(text) | package(SUMMARY, SUMMARY_CSV, "summary-2026-q3"))

    assert [problem.hint_zh for problem in problems] == ["本区划相近的数据包\uff1asummary-2026-q3"]


def test_path_in_place_of_a_name_is_explained() -> None:
    text = NAMING.replace("[q3]", "[data/q3]")

    (problem,) = check_files(article(text) | package(SUMMARY, SUMMARY_CSV, "q3"))

    assert problem.hint_zh == "请只写文件夹名\uff1adata: [q3]"


def test_package_that_cannot_be_read_is_not_reported_twice() -> None:
    files = article(NAMING) | package("title: [\npath: a.csv\n", SUMMARY_CSV, "q3")

    codes = [problem.code for problem in check_files(files)]

    assert "data-missing" not in codes
    assert codes
