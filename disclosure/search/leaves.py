"""Cuts the sorted terms of an index into leaves: files of about one size whose bounds stay.

The cut follows a binary tree over the bits of a term: for each UTF-16 unit a 1 and its 16 bits, a 0
where the term ends. A node whose terms are at most the target together is a leaf, another one is
split; a single term is always a leaf, and so are terms that begin with the same 32 units (or the
names of files would be too long). So a term that comes or goes changes one leaf, or splits it,
or joins two; the bounds of the others depend on nothing but the tree.

A leaf's path is its way from the root, "0" and "1" for each bit. Its file is named by it: a 1 and
the path as a hexadecimal number, in one of 256 folders.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from disclosure.search.units import STEP, bits_of, common_bits, units_of
from disclosure.search.vlq import DIGITS

DEEPEST = 32 * STEP  # bits: terms that share so many share a leaf
SPREAD, FOLDERS = 31, 256
BEGINS_WITH_0, BEGINS_WITH_1 = 2, 1  # of a node in the written tree; a leaf is neither
NODE_BITS, NODES_IN_A_DIGIT = 2, 3


class Entry(NamedTuple):
    """A term with its postings in titles and in bodies, as text; "" where it has none."""

    term: str
    title: str
    body: str

    @property
    def size(self) -> int:
        """Bytes it takes in a leaf, with its two commas and the semicolon."""
        return len(self.term.encode()) + len(self.title) + len(self.body) + 3


class Leaf(NamedTuple):
    """A leaf: where it hangs, and its terms in order, at least one."""

    path: str
    entries: list[Entry]


class Node:
    """Neighbouring terms that may still share a leaf with others; `entries` None = already cut.

    `before` is how many bits the first of them shares with the term before it, -1 for none.
    """

    __slots__ = ("before", "entries", "first", "size")

    def __init__(self, before: int, first: str, entries: list[Entry] | None, size: int) -> None:
        self.before, self.first, self.entries, self.size = before, first, entries, size


def cut_leaves(entries: Iterable[Entry], target: int) -> Iterator[Leaf]:
    """Yield the leaves of terms sorted by units, in order; at most a few are held at a time."""
    open_nodes: list[Node] = []  # from the root down to the last term, each with what it holds
    last = ""
    for entry in entries:
        units = units_of(entry.term)
        shared = common_bits(last, units) if open_nodes else -1
        yield from close(open_nodes, shared, target)
        open_nodes.append(Node(shared, units, [entry], entry.size))
        last = units
    yield from close(open_nodes, -1, target)
    yield from flush(open_nodes, -1)


def close(nodes: list[Node], shared: int, target: int) -> Iterator[Leaf]:
    """Join the last nodes as long as they lie below what the next term shares with them."""
    while len(nodes) > 1 and nodes[-1].before > shared:
        left, right = nodes[-2], nodes[-1]
        fits = left.size + right.size <= target or right.before >= DEEPEST
        if left.entries is not None and right.entries is not None and fits:
            left.entries += right.entries
            left.size += right.size
            nodes.pop()
        else:
            yield from flush(nodes, shared)
            nodes[:] = [Node(-1, "", None, 0)]


def flush(nodes: list[Node], shared: int) -> Iterator[Leaf]:
    """Yield every open node as the leaf it is: all that hangs above it is too large."""
    following = [*(node.before for node in nodes), shared][1:]
    for node, after in zip(nodes, following, strict=True):
        if node.entries is not None:
            depth = 1 + max(node.before, after)
            yield Leaf(bits_of(node.first, depth), node.entries)


def name_of(path: str) -> str:
    """Return the name of a leaf's file without its ending, its folder before it."""
    name = f"{int('1' + path, 2):x}"
    place = 0
    for digit in name:
        place = (place * SPREAD + ord(digit)) % FOLDERS
    return f"{place:02x}/{name}"


def write_tree(paths: Sequence[str]) -> str:
    """Return the tree of some leaves: its nodes from the root, a left branch before a right one.

    Three nodes a base64 digit, the first in the lowest bits; "" where there is no leaf. A browser
    finds the leaf of any term in it, and its name, without a list of names.
    """
    nodes = list(nodes_of(sorted(paths)))
    nodes += [0] * (-len(nodes) % NODES_IN_A_DIGIT)
    triples = zip(nodes[::3], nodes[1::3], nodes[2::3], strict=True)
    return "".join(DIGITS[one | two << 2 | three << 4] for one, two, three in triples)


def nodes_of(paths: Sequence[str]) -> Iterator[int]:
    """Yield the nodes of the tree that has these leaves."""
    stack = [(0, len(paths), 0)] if paths else []
    while stack:
        low, high, depth = stack.pop()
        if high - low == 1 and len(paths[low]) == depth:
            yield 0
            continue
        middle = bisect_left(paths, "1", low, high, key=lambda path: path[depth])
        yield BEGINS_WITH_0 * (middle > low) + BEGINS_WITH_1 * (high > middle)
        if high > middle:
            stack.append((middle, high, depth + 1))
        if middle > low:
            stack.append((low, middle, depth + 1))


def read_tree(text: str) -> list[str]:
    """Return the paths of the leaves of a written tree, in order."""
    paths: list[str] = []
    stack = [""] if text else []
    place = 0
    while stack:
        path = stack.pop()
        digit = DIGITS.index(text[place // NODES_IN_A_DIGIT])
        node = digit >> NODE_BITS * (place % NODES_IN_A_DIGIT) & 3
        place += 1
        if not node:
            paths.append(path)
        if node & BEGINS_WITH_1:
            stack.append(path + "1")
        if node & BEGINS_WITH_0:
            stack.append(path + "0")
    return paths
