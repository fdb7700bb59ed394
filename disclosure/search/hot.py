"""A term that alone is larger than a leaf: its places lie apart, cut by number of document.

Whether a document has the term can then be seen without them; they are looked at only where a
phrase must be checked, and only those of the documents that are left. What is said of the documents
is cut into the same blocks, each told from its own first number, so an edit reads one of many.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from disclosure.search.entries import entries_in, numbers_of
from disclosure.search.vlq import decode, encode, split

SEAM = "|"  # between the blocks of a field
Places = tuple[str, str]  # in titles, in bodies
Blocks = dict[int, Places]


class Hot(NamedTuple):
    """The line of a hot term for its leaf, and the places by block: those in titles, in bodies.

    A block holds 2 to the power of `bits` numbers of documents. Behind the last that has any
    documents there is no seam.
    """

    line: str
    bits: int
    places: Blocks


def split_hot(line: str, numbers: int, target: int) -> Hot:
    """Return the hot term of a line, in an index with so many numbers, in blocks of a target."""
    bits = bits_of_block(len(line), numbers, target)
    term, whole_title, whole_body = line.split(",")
    title, titles = lean(whole_title, bits)
    body, bodies = lean(whole_body, bits)
    blocks = sorted(titles.keys() | bodies.keys())
    places = {block: (titles.get(block, ""), bodies.get(block, "")) for block in blocks}
    return Hot(f"{term},{title},{body},{bits}", bits, places)


def bits_of_block(length: int, numbers: int, target: int) -> int:
    """Return how many bits of a number tell places in a block, for a line of some length."""
    return max(0, (numbers // (length // target + 1)).bit_length() - 1)


def join_hot(line: str, places: Blocks) -> str:
    """Return the whole line of a hot term, from that of its leaf and the places by block."""
    term, *fields, log = line.split(",")
    for field, text in enumerate(fields):
        waiting = {block: both[field] for block, both in places.items()}
        fields[field] = "".join(rejoined(text, int(log), waiting))
    return ",".join((term, *fields))


def rejoined(text: str, bits: int, waiting: dict[int, str]) -> Iterator[str]:
    """Yield the postings of a field by block, with their places, as if they were not cut."""
    last = 0
    for block, segment in enumerate(text.split(SEAM)):
        if segment:
            numbers, places = split(segment), iter(split(waiting[block]))
            first = (block << bits) + decode(numbers[0])
            numbers[0] = encode(first - last)
            last = first + sum(map(decode, numbers[2::2]))
            for place in range(1, len(numbers), 2):
                numbers[place] += "".join(islice(places, decode(numbers[place])))
            yield "".join(numbers)


def lean(text: str, bits: int) -> tuple[str, dict[int, str]]:
    """Return postings without places in blocks, and the places by block."""
    found = entries_in(text)
    known = numbers_of(found)
    segments: list[str] = []
    blocks: dict[int, str] = {}
    at = 0
    while at < len(found):
        block = known[at] >> bits
        end = bisect_left(known, block + 1 << bits, at)
        some = [gap + times for gap, times, _ in found[at:end]]
        some[0] = encode(known[at] - (block << bits)) + found[at][1]
        segments += [""] * (block - len(segments)) + ["".join(some)]
        blocks[block] = "".join([where for _, _, where in found[at:end]])
        at = end
    return SEAM.join(segments), blocks
