from __future__ import annotations

import pytest

from disclosure.rules.individual_ballot import CODE
from tests.rules.private import entry, found, marks, roster


def test_column_of_voters_is_an_error() -> None:
    assert marks(CODE, roster("S0706", "丁*川", voter="丁大川")) == ["error:2:voter:丁**"]


@pytest.mark.parametrize("text", ["其中，王小明投反对票。", "弃权：王小明。", "王小明表示反对。"])
def test_vote_of_one_person_is_a_guess(text: str) -> None:
    assert [problem.severity.value for problem in found(CODE, entry("S0706", text))] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "同意40票，反对1票，弃权0票。",
        "代表投反对票1票。",
        "反对：1票。",
        "与会代表表示同意。",
        "选票由王小明清点。",
    ],
)
def test_counts_are_clean(text: str) -> None:
    assert found(CODE, entry("S0706", text)) == []
