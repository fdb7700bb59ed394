"""The phrases of an index: words that people look for, each found with one look.

They are the names of categories and places, and what comes again and again in titles. A run of
Chinese characters in a title is counted with all its parts; a part that is nearly always followed
or preceded by the same character is a torn one and left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from disclosure.search.tokens import PAIRED, normal, ranges
from disclosure.search.units import units_of

SHORTEST, LONGEST = 3, 8  # characters of a phrase from titles
LONGEST_NAME = 24
FEWEST = 5  # times that a phrase stands in titles,
ONE_IN = 5_000  # or once in so many titles, where that is more
MOST = 2_000  # phrases from titles
TORN = 0.5  # share of its places in which a part is followed by the same character
PAIR = 2  # characters of the longest token that is cut from a run of Chinese characters
RUN = re.compile(f"[{ranges(PAIRED)}]+")


def lexicon_of(names: Iterable[str], titles: Iterable[str]) -> list[str]:
    """Return the phrases of some names and titles, sorted as a browser sorts."""
    known = {
        run
        for name in names
        for run in RUN.findall(normal(name))
        if SHORTEST <= len(run) <= LONGEST_NAME
    }
    return sorted(known.union(phrases_of(titles)), key=units_of)


def is_phrase(term: str) -> bool:
    """Tell whether a term is a phrase: longer than a pair, and not of digits and letters.

    Of phrases no places are stored: a text that has one in it contains it.
    """
    return len(term) > PAIR and RUN.match(term) is not None


def phrases_of(titles: Iterable[str]) -> list[str]:
    """Return the phrases that come again and again in titles, the most frequent first."""
    runs: Counter[str] = Counter()
    count = 0
    for title in titles:
        count += 1
        runs.update(run for run in RUN.findall(normal(title)) if len(run) >= SHORTEST)
    fewest = max(FEWEST, count // ONE_IN)
    levels = {SHORTEST - 1: parts_of(runs, SHORTEST - 1, None, fewest)}
    for length in range(SHORTEST, LONGEST + 2):
        levels[length] = parts_of(runs, length, levels[length - 1], fewest)
    found = [
        (-times, part)
        for length in range(SHORTEST, LONGEST + 1)
        for part, times in whole_parts(levels[length], levels[length + 1]).items()
    ]
    return [part for _, part in sorted(found)[:MOST]]


def parts_of(
    runs: Counter[str], length: int, shorter: dict[str, int] | None, fewest: int
) -> dict[str, int]:
    """Return how often each part of a length stands in runs; `shorter` are those one shorter."""
    found: Counter[str] = Counter()
    for run, times in runs.items():
        for place in range(len(run) - length + 1):
            part = run[place : place + length]
            if shorter is None or (part[1:] in shorter and part[:-1] in shorter):
                found[part] += times
    return {part: times for part, times in found.items() if times >= fewest}


def whole_parts(parts: dict[str, int], longer: dict[str, int]) -> dict[str, int]:
    """Return the parts that stand for themselves, not mostly as a piece of a longer one."""
    within: dict[str, int] = {}
    for part, times in longer.items():
        for piece in (part[1:], part[:-1]):
            within[piece] = max(within.get(piece, 0), times)
    return {part: times for part, times in parts.items() if within.get(part, 0) <= TORN * times}
