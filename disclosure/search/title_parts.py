"""How often parts of titles come: what the phrases of an index are chosen from.

Nearly all parts come once or twice, and there are millions of them; so those are counted that come
at least half as often as a phrase must. When a title changes, its parts alone are counted anew. Of
a part that was too rare it is not known how often it came, but at most how often it comes now;
where that might make it a phrase, everything is counted once more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure.search.tokens import RUNS, normal

SHORTEST, LONGEST = 3, 8  # characters of a phrase from titles
FEWEST = 5  # times that a phrase stands in titles,
ONE_IN = 5_000  # or once in so many titles, where that is more


class Parts(NamedTuple):
    """How often each part comes in so many titles, where that is at least so often.

    The longest are one longer than a phrase. `added` tells of the others how often they came since.
    """

    titles: int
    least: int
    times: dict[str, int]
    added: dict[str, int]

    @property
    def fewest(self) -> int:
        """How often a phrase stands in so many titles."""
        return fewest_in(self.titles)


def fewest_in(titles: int) -> int:
    """Return how often a phrase stands in so many titles."""
    return max(FEWEST, titles // ONE_IN)


def runs_in(text: str) -> list[str]:
    """Return the runs of Chinese characters that may hold a phrase."""
    return [run for run, _ in RUNS.findall(normal(text)) if len(run) >= SHORTEST]


def count_parts(titles: Iterable[str]) -> Parts:
    """Count the parts of all titles."""
    runs: Counter[str] = Counter()
    count = 0
    for title in titles:
        count += 1
        runs.update(runs_in(title))
    least = (fewest_in(count) + 1) // 2
    shorter = parts_of(runs, SHORTEST - 1, None, least)
    times: dict[str, int] = {}
    for length in range(SHORTEST, LONGEST + 2):
        shorter = parts_of(runs, length, shorter, least)
        times |= shorter
    return Parts(count, least, times, {})


def parts_of(
    runs: Counter[str], length: int, shorter: dict[str, int] | None, least: int
) -> dict[str, int]:
    """Return how often each part of a length stands in runs; `shorter` are those one shorter."""
    found: Counter[str] = Counter()
    for run, times in runs.items():
        for place in range(len(run) - length + 1):
            part = run[place : place + length]
            if shorter is None or (part[1:] in shorter and part[:-1] in shorter):
                found[part] += times
    return {part: times for part, times in found.items() if times >= least}


def count_again(parts: Parts, gone: Iterable[str], come: Iterable[str]) -> Parts | None:
    """Return the parts where some titles went and others came, None where all must be counted."""
    leaving, coming = list(gone), list(come)
    times, added = dict(parts.times), dict(parts.added)
    for part in every_part(leaving):
        known = times if part in times else added
        left = known.get(part, 0) - 1
        if left > 0:
            known[part] = left
        else:
            known.pop(part, None)
    for part in every_part(coming):
        known = times if part in times else added
        known[part] = known.get(part, 0) + 1
    found = Parts(parts.titles - len(leaving) + len(coming), parts.least, times, added)
    most = parts.least - 1 + max(added.values(), default=0)
    return found if parts.least <= found.fewest and most < found.fewest else None


def every_part(titles: Iterable[str]) -> Iterator[str]:
    """Yield the parts of titles, each as often as it is there."""
    for title in titles:
        for run in runs_in(title):
            for length in range(SHORTEST, LONGEST + 2):
                for place in range(len(run) - length + 1):
                    yield run[place : place + length]
