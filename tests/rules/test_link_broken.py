from __future__ import annotations

import pytest

from disclosure.rules.link_broken import CODE
from tests.rules.packages import PLACE, SUMMARY, SUMMARY_CSV
from tests.rules.private import TOWN, found, news


@pytest.mark.parametrize(
    "target",
    [
        "{filename}none.md",
        "{filename}../notices/sample.md",
        "none.md",
        "sample.html",
        "division:990101100201/articles/none",
        "division:9999/articles/sample",
        "division:9999",
        "division:990101100201/other/sample",
    ],
)
def test_link_without_its_entry_is_found(target: str) -> None:
    assert [problem.value for problem in found(CODE, news(f"[前文]({target})"))] == [target]


@pytest.mark.parametrize(
    "target",
    [
        "{filename}sample.md",
        "{filename}../articles/sample.md#经过",
        "{filename}/articles/sample.md",
        "sample.md",
        "division:990101100201/articles/sample",
        "division:990101100",
        "#经过",
        "https://www.example.cn/none.md",
    ],
)
def test_link_to_what_is_there_is_clean(target: str) -> None:
    assert found(CODE, news(f"[前文]({target})")) == []


def test_entry_of_another_division_is_looked_for_on_disk() -> None:
    files = news("[上级]({target})".replace("{target}", "division:990101100/articles/other"))
    (text,) = news("正文。").values()

    assert len(found(CODE, files)) == 1
    assert found(CODE, files, {f"{TOWN}/articles/other.md": text}) == []


def test_draft_is_no_target() -> None:
    files = news("[草稿]({filename}draft.md)")
    (text,) = news("正文。", "draft: true\n").values()

    assert len(found(CODE, files, {f"{PLACE}/articles/draft.md": text})) == 1


def test_nearest_entry_is_suggested() -> None:
    (problem,) = found(CODE, news("[前文]({filename}sampel.md)"))

    assert problem.hint_zh.endswith("；是否应为 division:990101100201/articles/sample")


def test_the_form_of_a_package_is_suggested_where_its_folder_was_linked() -> None:
    files = news("[账目]({filename}../data/summary/datapackage.yaml)")
    package = {
        f"{PLACE}/data/summary/datapackage.yaml": SUMMARY,
        f"{PLACE}/data/summary/summary.csv": SUMMARY_CSV,
    }

    (problem,) = found(CODE, files, package)

    assert problem.hint_zh.endswith("；是否应为 division:990101100201/data/summary")
