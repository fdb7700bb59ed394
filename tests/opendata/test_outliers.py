"""Outliers by quartiles, exactly as a spreadsheet reckons them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from disclosure.opendata.outliers import Fences, fences_of, quartile

DISTANCE = Fraction(3, 2)


def amounts(*texts: str) -> list[Decimal]:
    return [Decimal(text) for text in texts]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("1", "2", "3", "4"), ("1.75", "3.25")),
        (("1", "2", "3", "4", "5"), ("2", "4")),
        (("0.01", "0.02"), ("0.0125", "0.0175")),
        (("7",), ("7", "7")),
    ],
)
def test_quartiles_lie_between_amounts(given: tuple[str, ...], expected: tuple[str, str]) -> None:
    ordered = amounts(*given)

    assert (quartile(ordered, 1), quartile(ordered, 3)) == tuple(amounts(*expected))


def test_fences_stand_off_the_quartiles_by_some_times_their_distance() -> None:
    given = amounts("5", "1", "3", "2", "4")

    assert fences_of(given, 5, DISTANCE) == Fences(Decimal(-1), Decimal(7))


def test_few_amounts_have_no_fences() -> None:
    assert fences_of(amounts("1", "2", "3", "4"), 5, DISTANCE) is None


def test_amounts_of_which_half_are_the_same_have_no_fences() -> None:
    assert fences_of(amounts("0", "0", "0", "0", "9"), 5, DISTANCE) is None
