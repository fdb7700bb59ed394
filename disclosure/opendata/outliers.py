"""Amounts that lie far from the others: beyond the quartiles by some times their distance.

Quartiles are those of a spreadsheet (QUARTILE.INC): between two amounts by straight line, exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple


class Fences(NamedTuple):
    """The least and the greatest amount that still lies among the others."""

    low: Decimal
    high: Decimal


def fences_of(amounts: Iterable[Decimal], minimum: int, distance: Fraction) -> Fences | None:
    """Return the fences of some amounts.

    None where they are fewer than `minimum`, or where the middle half of them is the same amount:
    then any other would lie outside.
    """
    ordered = sorted(amounts)
    if len(ordered) < max(minimum, 2):
        return None
    first, third = quartile(ordered, 1), quartile(ordered, 3)
    if first == third:
        return None
    reach = (third - first) * distance.numerator / distance.denominator
    return Fences(first - reach, third + reach)


def quartile(ordered: Sequence[Decimal], number: int) -> Decimal:
    """Return a quartile of amounts in their order."""
    place, rest = divmod(number * (len(ordered) - 1), 4)
    if not rest:
        return ordered[place]
    return ordered[place] + (ordered[place + 1] - ordered[place]) * rest / 4
