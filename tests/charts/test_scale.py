"""The scale of a chart: round, never too short, the same on every machine."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from disclosure.charts.scale import length, short_zh, top_of

AMOUNTS = some.decimals("0.01", "999999999.99", places=2)


@pytest.mark.parametrize(
    ("values", "top"),
    [
        ((), "0"),
        (("0", "-5"), "0"),
        (("353000",), "400000"),
        (("1",), "1"),
        (("1.01",), "1.5"),
        (("98891.60", "12"), "100000"),
        (("0.07",), "0.08"),
    ],
)
def test_top_is_the_next_round_figure(values: tuple[str, ...], top: str) -> None:
    assert top_of(map(Decimal, values)) == Decimal(top)


@given(some.lists(AMOUNTS, min_size=1))
def test_no_value_stands_above_the_top_and_none_is_lost(values: list[Decimal]) -> None:
    top = top_of(values)

    drawn = [length(value, top, 1000) for value in values]

    assert all(1 <= one <= 1000 for one in drawn)
    assert max(values) * 2 >= top


@pytest.mark.parametrize(
    ("value", "words"),
    [("5000", "5,000"), ("25000", "2.5万"), ("400000", "40万"), ("0.5", "0.5"), ("10", "10")],
)
def test_figures_at_an_axis_are_short(value: str, words: str) -> None:
    assert short_zh(Decimal(value)) == words
