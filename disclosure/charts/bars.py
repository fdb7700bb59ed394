"""Lying bars, one an item below its name and figure: they stay readable on the smallest phone."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from disclosure.charts.scale import length

WIDTH = 1000  # of the longest bar, in units of its own


class Bar(Struct, frozen=True):
    """An item: its name, its figure in words, how long its bar is."""

    name: str
    words: str
    width: int


class BarChart(Struct, frozen=True):
    """Bars of one kind under a title; `sentence` says what they show."""

    title: str
    sentence: str
    bars: tuple[Bar, ...]
    kind: str = "bars"


class Pair(Struct, frozen=True):
    """What was meant and what became of it: `whole` is the outline, `part` what fills it."""

    name: str
    whole_words: str
    part_words: str
    whole: int
    part: int
    share: str


class PairChart(Struct, frozen=True):
    """Pairs under a title; the names of both sides head them."""

    title: str
    sentence: str
    whole_name: str
    part_name: str
    pairs: tuple[Pair, ...]
    kind: str = "pairs"


def bar_chart(title: str, sentence: str, items: Iterable[tuple[str, Decimal, str]]) -> BarChart:
    """Return bars of items given as name, value and the value in words, in their order."""
    given = tuple(items)
    top = max((value for _, value, _ in given), default=Decimal())
    bars = (Bar(name, words, length(value, top, WIDTH)) for name, value, words in given)
    return BarChart(title, sentence, tuple(bars))


def pair_chart(
    title: str,
    sentence: str,
    names: tuple[str, str],
    items: Iterable[tuple[str, tuple[Decimal, str], tuple[Decimal, str], str]],
) -> PairChart:
    """Return pairs of items given as name, whole and part (value and words) and share."""
    given = tuple(items)
    top = max((max(whole[0], part[0]) for _, whole, part, _ in given), default=Decimal())
    pairs = (
        Pair(
            name,
            whole[1],
            part[1],
            length(whole[0], top, WIDTH),
            length(part[0], top, WIDTH),
            share,
        )
        for name, whole, part, share in given
    )
    return PairChart(title, sentence, *names, tuple(pairs))
