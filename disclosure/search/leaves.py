"""Cuts the sorted terms of an index into leaves: files of about one size whose bounds stay.

The cut follows a binary tree over the bits of a term: for each UTF-16 unit a 1 and its 16 bits, a 0
where the term ends. A node whose terms are at most the target together is a leaf, another one is
split; a single term is always a leaf, and so are terms that begin with the same 32 units (or the
names of files would be too long). So a term that comes or goes changes one leaf, or splits it,
or joins two; the bounds of the others depend on nothing but the tree.

A leaf's path is its way from the root, "0" and "1" for each bit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from disclosure.search.merge import Group
from disclosure.search.units import STEP, bit_of, bits_of, common_bits, units_of

DEEPEST = 32 * STEP  # bits: terms that share so many share a leaf


class Leaf(NamedTuple):
    """A leaf: where it hangs, and the lines of its terms in order, at least one."""

    path: str
    lines: list[str]


class Node:
    """Neighbouring groups that may still share a leaf with others; `lines` None = already cut.

    `before` is how many bits the first of them shares with the group before it, -1 for none.
    """

    __slots__ = ("before", "first", "lines", "size")

    def __init__(self, before: int, first: str, lines: list[str] | None, size: int) -> None:
        self.before, self.first, self.lines, self.size = before, first, lines, size


def cut_leaves(groups: Iterable[Group], target: int) -> Iterator[Leaf]:
    """Yield the leaves of groups sorted by units, in order; little more than one is held."""
    nodes: list[Node] = []  # from the root down to the last group, each with what it holds
    last = ""
    for group in groups:
        first = units_of(group.character)
        shared = common_bits(last, first) if nodes else -1
        yield from close(nodes, shared, target)
        sizes = [size_of(line) for line in group.lines]
        size = sum(sizes)
        if size > target and shared_by(group.terms) < DEEPEST:
            yield from flush(nodes, shared)
            nodes[:] = [Node(-1, "", None, 0)]
            yield from split(group, sizes, len(first) * STEP, target)
        else:
            nodes.append(Node(shared, units_of(group.terms[0]), group.lines, size))
        last = first
    yield from close(nodes, -1, target)
    yield from flush(nodes, -1)


def shared_by(terms: list[str]) -> int:
    """Return how many bits the first and the last of some terms share; one with itself, all."""
    first, last = units_of(terms[0]), units_of(terms[-1])
    return common_bits(first, last) if first != last else DEEPEST


def size_of(line: str) -> int:
    """Return the bytes that a line takes in a leaf, with a semicolon."""
    return len(line.encode()) + 1


def close(nodes: list[Node], shared: int, target: int) -> Iterator[Leaf]:
    """Join the last nodes as long as they lie below what the next group shares with them."""
    while len(nodes) > 1 and nodes[-1].before > shared:
        left, right = nodes[-2], nodes[-1]
        if left.lines is None or right.lines is None or left.size + right.size > target:
            yield from flush(nodes, shared)
            nodes[:] = [Node(-1, "", None, 0)]
        else:
            left.lines = left.lines + right.lines
            left.size += right.size
            nodes.pop()


def flush(nodes: list[Node], shared: int) -> Iterator[Leaf]:
    """Yield every open node as the leaf it is: all that hangs above it is too large."""
    following = [*(node.before for node in nodes), shared][1:]
    for node, after in zip(nodes, following, strict=True):
        if node.lines is not None:
            yield Leaf(bits_of(node.first, 1 + max(node.before, after)), node.lines)


def split(group: Group, sizes: list[int], depth: int, target: int) -> Iterator[Leaf]:
    """Yield the leaves of a group that is too large for one; it hangs at a depth."""
    terms = [units_of(term) for term in group.terms]
    ends = list(accumulate(sizes, initial=0))
    nodes = [(0, len(terms), depth)]
    while nodes:
        low, high, depth = nodes.pop()
        shared = common_bits(terms[low], terms[high - 1]) if high - low > 1 else DEEPEST
        if ends[high] - ends[low] <= target or shared >= DEEPEST:
            yield Leaf(bits_of(terms[low], depth), group.lines[low:high])
        else:
            middle = bisect_left(terms, 1, low, high, key=lambda term: bit_of(term, shared))
            nodes += (middle, high, shared + 1), (low, middle, shared + 1)
