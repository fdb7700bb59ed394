from __future__ import annotations

from tests.rules.packages import (
    ROSTER,
    ROSTER_CSV,
    SUMMARY,
    SUMMARY_CSV,
    article,
    found_in,
    package,
)
from tests.rules.verbs import GOOD, check_files


def test_package_with_the_table_of_its_category_is_clean() -> None:
    files = package(ROSTER, ROSTER_CSV)

    found = found_in(files)

    assert found == []


def test_package_with_another_standard_table_is_found() -> None:
    text = SUMMARY.replace("E0203", "E0204")

    codes = found_in(package(text, SUMMARY_CSV))

    assert codes == ["table-wrong:9:schema"]


def test_package_that_names_no_standard_table_is_found() -> None:
    text = SUMMARY.replace("    schema: table:village_summary\n", "")

    (problem,) = check_files(package(text, SUMMARY_CSV))

    assert (problem.code, problem.value) == ("table-wrong", "未指明")
    assert "schema: table:village_summary" in problem.hint_zh


def test_article_that_names_a_package_of_another_category_is_found() -> None:
    text = GOOD.replace("S1102", "E0203").replace("formed_on: 2026-10-10", "period: 2026-Q3")
    text = text.replace("author: 村文书", "author: 村文书\ndata: [roster]")

    found = found_in(article(text), package(ROSTER, ROSTER_CSV, "roster"))

    assert found == ["table-wrong:8:data"]
