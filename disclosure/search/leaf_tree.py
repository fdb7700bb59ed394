"""Names of leaves: a tree says where they are, and a path is turned into the name of a file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from disclosure.search.vlq import DIGITS

SPREAD, FOLDERS = 31, 256
BEGINS_WITH_0, BEGINS_WITH_1 = 2, 1  # of a node in the written tree; a leaf is neither
NODE_BITS, NODES_IN_A_DIGIT = 2, 3


def name_of(path: str) -> str:
    """Return the name of a leaf's file without its ending, with one of 256 folders before it.

    A 1 and the path as a hexadecimal number; the folder is spread over the digits of the name.
    """
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
