from __future__ import annotations

import pytest

from disclosure.rules.bank_card import CODE
from tests.rules.private import marks, news, roster


@pytest.mark.parametrize("written", ["4111111111111111", "4111 1111 1111 1111"])
def test_card_is_found(written: str) -> None:
    files = news(f"转入{written}。")

    assert marks(CODE, files) == ["error:13::************1111"]


def test_card_in_a_cell_is_found() -> None:
    files = roster("E0207", "丁*川", channel="4111111111111111")

    assert marks(CODE, files) == ["error:2:channel:************1111"]


@pytest.mark.parametrize("written", ["4111111111111112", "9111111111111111", "11441700007280420Y"])
def test_other_numbers_are_clean(written: str) -> None:
    files = news(f"编号{written}。")

    assert marks(CODE, files) == []
