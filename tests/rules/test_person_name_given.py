from __future__ import annotations

import pytest

from disclosure.rules.person_name_given import CODE
from tests.rules.private import entry, marks, roster


def test_column_of_persons_is_an_error_even_when_masked() -> None:
    assert marks(CODE, roster("E0908", "丁*川")) == ["error:2:person_masked:丁**"]


def test_labelled_name_is_a_guess() -> None:
    assert marks(CODE, entry("S1002", "当事人：王小明。")) == ["warning:13::王**"]


@pytest.mark.parametrize(
    "text", ["本季度调解纠纷3件，涉及7人。", "调解员均为兼职。", "当事人：双方均为本村村民。"]
)
def test_totals_are_clean(text: str) -> None:
    assert marks(CODE, entry("S1002", text)) == []


def test_category_that_names_persons_is_clean() -> None:
    assert marks(CODE, roster("E0207", "丁大川")) == []
