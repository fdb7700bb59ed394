"""Cuts leaves again where their terms changed: all others stay as they stand in their files.

What comes of it is what cutting all terms would come to: a node of the tree is looked at only where
something in it changed, and then what decides is the same, the sizes of what hangs below it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from disclosure.search.leaves import Leaf, size_of, split
from disclosure.search.merge import Group


class Branch(NamedTuple):
    """A leaf by its path and its size; `lines` None = as they stand in its file.

    One that changed may have no lines left, or too many, or stand where there was no leaf.
    """

    path: str
    size: int
    lines: list[str] | None = None


ReadLines = Callable[[Branch], list[str]]


def recut(branches: Sequence[Branch], target: int, read: ReadLines) -> Iterator[Branch]:
    """Yield the leaves that come of some branches, sorted by path: those without lines stay.

    `read` returns the lines of a leaf that is joined with another one, or hangs higher up.
    """
    sizes = list(accumulate((branch.size for branch in branches), initial=0))
    living = list(accumulate((branch.size > 0 for branch in branches), initial=0))
    changed = list(accumulate((branch.lines is not None for branch in branches), initial=0))
    nodes = [(0, len(branches), 0)]
    while nodes:
        low, high, depth = nodes.pop()
        size, count = sizes[high] - sizes[low], living[high] - living[low]
        if changed[low] == changed[high]:
            yield from branches[low:high]
        elif count == 1 or 0 < size <= target:
            some = [branch for branch in branches[low:high] if branch.size]
            yield from hung(some, size, depth, target, read)
        elif count:
            place = same_bits(branches[low].path, branches[high - 1].path)
            middle = bisect_left(branches, "1", low, high, key=lambda one: one.path[place])
            nodes += (middle, high, place + 1), (low, middle, place + 1)


def hung(
    some: Sequence[Branch], size: int, depth: int, target: int, read: ReadLines
) -> Iterator[Branch]:
    """Yield one branch, or several that are a leaf together, as they hang at a depth."""
    first = some[0]
    path = first.path[:depth]
    if len(some) == 1 and first.lines is None and first.path == path:
        yield first
    elif size <= target or first.lines is None:
        lines = [line for one in some for line in (read(one) if one.lines is None else one.lines)]
        yield Branch(path, size, lines)
    else:
        terms = [term_of(line) for line in first.lines]
        group = Group(terms[0][0], terms, first.lines)
        for leaf in split(group, list(map(size_of, first.lines)), depth, target):
            yield branch_of(leaf)


def same_bits(one: str, two: str) -> int:
    """Return how many bits two different paths have in common from the start."""
    return next(place for place, (a, b) in enumerate(zip(one, two, strict=False)) if a != b)


def branch_of(leaf: Leaf) -> Branch:
    """Return a leaf as a branch."""
    return Branch(leaf.path, sum(map(size_of, leaf.lines)), leaf.lines)


def term_of(line: str) -> str:
    """Return the term of a line."""
    return line.partition(",")[0]
