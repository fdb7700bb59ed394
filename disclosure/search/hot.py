"""A term that alone is larger than a leaf: its places lie apart, cut by number of document.

Whether a document has the term can then be seen without them; they are looked at only where a
phrase must be checked, and only those of the documents that are left.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import NamedTuple

from disclosure.search.entries import entries_in, numbers_of
from disclosure.search.vlq import decode, split

Places = tuple[str, str]  # in titles, in bodies
Blocks = dict[int, Places]


class Hot(NamedTuple):
    """The line of a hot term for its leaf, and the places by block: those in titles, in bodies.

    A block holds 2 to the power of `bits` numbers of documents.
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
    term, *fields, _bits = line.split(",")
    waiting = [
        iter([number for block in sorted(places) for number in split(places[block][field])])
        for field in range(len(fields))
    ]
    for field, text in enumerate(fields):
        numbers = split(text)
        for place in range(1, len(numbers), 2):
            numbers[place] += "".join(islice(waiting[field], decode(numbers[place])))
        fields[field] = "".join(numbers)
    return ",".join((term, *fields))


def lean(text: str, bits: int) -> tuple[str, dict[int, str]]:
    """Return postings without places, and the places by block."""
    found = entries_in(text)
    known = numbers_of(found)
    blocks: dict[int, str] = {}
    at = 0
    while at < len(found):
        block = known[at] >> bits
        end = bisect_left(known, block + 1 << bits, at)
        blocks[block] = "".join([where for _, _, where in found[at:end]])
        at = end
    return "".join([gap + times for gap, times, _ in found]), blocks
