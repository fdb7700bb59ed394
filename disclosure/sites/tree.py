"""The tree of places a visitor picks from."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from disclosure.division import Division, Level, Register


class Node(Struct, frozen=True):
    """A division with those below it; `url` is "" where this build has no site for it."""

    division: Division
    url: str
    children: tuple[Node, ...]


def grow_tree(register: Register, built: frozenset[str]) -> tuple[Node, ...]:
    """Return the divisions that have a site or lead to one, from the top, by code."""

    def grow(division: Division) -> Node | None:
        below = tuple(filter(None, map(grow, register.children(division))))
        if division.code not in built and not below:
            return None
        url = f"{division.code}/index.html" if division.code in built else ""
        return Node(division, url, below)

    tops = (division for division in register if division.level is Level.CITY)
    return tuple(filter(None, map(grow, tops)))


def count_levels(nodes: Iterable[Node]) -> dict[Level, int]:
    """Return how many sites the tree has on each level."""
    counts = dict.fromkeys(Level, 0)
    for node in nodes:
        counts[node.division.level] += bool(node.url)
        for level, number in count_levels(node.children).items():
            counts[level] += number
    return counts
