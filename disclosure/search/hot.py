"""A term that alone is larger than a leaf: its places lie apart, cut by number of document.

Whether a document has the term can then be seen without them; they are looked at only where a
phrase must be checked, and only those of the documents that are left.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from disclosure.search.leaves import Entry
from disclosure.search.vlq import decode, split

Blocks = dict[int, list[str]]


class Hot(NamedTuple):
    """The line of a hot term for its leaf, and the places by block: those in titles, in bodies.

    A block holds 2 to the power of `bits` numbers of documents.
    """

    line: str
    bits: int
    places: dict[int, tuple[str, str]]


def split_hot(entry: Entry, numbers: int, target: int) -> Hot:
    """Return a hot term of an index with so many numbers of documents, in blocks of a target."""
    size = len(entry.title) + len(entry.body)
    bits = max(0, (numbers // (size // target + 1)).bit_length() - 1)
    title, titles = lean(entry.title, bits)
    body, bodies = lean(entry.body, bits)
    blocks = sorted(titles.keys() | bodies.keys())
    places = {block: (joined(titles, block), joined(bodies, block)) for block in blocks}
    return Hot(f"{entry.term},{title},{body},{bits}", bits, places)


def lean(text: str, bits: int) -> tuple[str, Blocks]:
    """Return postings without places, and the places by block."""
    numbers = split(text)
    kept: list[str] = []
    blocks: Blocks = defaultdict(list)
    at = number = 0
    while at < len(numbers):
        gap, times = numbers[at], numbers[at + 1]
        number += decode(gap)
        kept += gap, times
        end = at + 2 + decode(times)
        blocks[number >> bits] += numbers[at + 2 : end]
        at = end
    return "".join(kept), blocks


def joined(blocks: Blocks, block: int) -> str:
    """Return the places of a block."""
    return "".join(blocks.get(block, ()))
