from __future__ import annotations

import pytest

from tests.rules.packages import article, found_in
from tests.rules.verbs import GOOD


def reading(target: str) -> dict[str, str]:
    return article(GOOD.replace("author:", f"interprets: {target}\nauthor:"))


@pytest.mark.parametrize(
    "target",
    ["articles/rules", "articles/rules.md", "division:990101100201/articles/rules"],
)
def test_document_that_is_there_is_clean(target: str) -> None:
    files = reading(target)

    found = found_in(files, article(GOOD, "rules"))

    assert found == []


def test_document_of_another_division_is_looked_for_there() -> None:
    city = {"content/9901/pages/rules.md": GOOD}
    files = reading("division:9901/pages/rules")

    found = [mark for mark in found_in(files, city) if "unknown" in mark and "7" in mark]

    assert found == []


@pytest.mark.parametrize(
    "target",
    ["articles/rule", "rules", "../rules", "division:9901/articles/rules", "https://x.test/a"],
)
def test_document_that_is_not_there_is_found(target: str) -> None:
    files = reading(target)

    found = found_in(files, article(GOOD, "rules"))

    assert found == ["interprets-unknown:7:interprets"]


def test_superseded_entry_must_be_there_too() -> None:
    files = article(GOOD.replace("author:", "supersedes: articles/old\nauthor:"))

    found = found_in(files)

    assert found == ["supersedes-unknown:7:supersedes"]
