"""The phrases of an index: words that people look for, each found with one look.

They are the names of categories and places, and what comes again and again in titles. A run of
Chinese characters in a title is counted with all its parts; a part that is nearly always followed
or preceded by the same character is a torn one and left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.search.title_parts import LONGEST, SHORTEST, Parts, runs_in
from disclosure.search.units import units_of

LONGEST_NAME = 24
MOST = 2_000  # phrases from titles
TORN = 0.5  # share of its places in which a part is followed by the same character


def lexicon_of(names: Iterable[str], phrases: Iterable[str]) -> list[str]:
    """Return the phrases of some names and those of titles, sorted as a browser sorts."""
    known = {run for name in names for run in runs_in(name) if len(run) <= LONGEST_NAME}
    return sorted(known.union(phrases), key=units_of)


def phrases_of(parts: Parts) -> list[str]:
    """Return the phrases that come again and again in titles, the most frequent first."""
    levels: dict[int, dict[str, int]] = {length: {} for length in range(SHORTEST, LONGEST + 2)}
    for part, times in parts.times.items():
        if times >= parts.fewest:
            levels[len(part)][part] = times
    found = [
        (-times, part)
        for length in range(SHORTEST, LONGEST + 1)
        for part, times in whole_parts(levels[length], levels[length + 1]).items()
    ]
    return [part for _, part in sorted(found)[:MOST]]


def whole_parts(parts: dict[str, int], longer: dict[str, int]) -> dict[str, int]:
    """Return the parts that stand for themselves, not mostly as a piece of a longer one."""
    within: dict[str, int] = {}
    for part, times in longer.items():
        for piece in (part[1:], part[:-1]):
            within[piece] = max(within.get(piece, 0), times)
    return {part: times for part, times in parts.items() if within.get(part, 0) <= TORN * times}
