from __future__ import annotations

import pytest

from disclosure.rules.trade_secret import CODE
from tests.rules.private import entry, marks, roster


def test_column_of_secret_prices_is_an_error() -> None:
    files = roster("E0304", "丁*川", reserve_price="1000")

    assert marks(CODE, files) == ["error:2:reserve_price:reserve_price"]


def test_number_behind_a_secret_price_is_a_guess() -> None:
    assert marks(CODE, entry("S0406", "标底为36万元。")) == ["warning:13::标底"]


@pytest.mark.parametrize(
    "text", ["最高限价36万元。", "中标价35.2万元。", "标底由专人保管。", "涉及商业秘密的不予公开。"]
)
def test_public_prices_are_clean(text: str) -> None:
    assert marks(CODE, entry("S0406", text)) == []
