"""Single documents in the postings of a hot term: of its places only some blocks are looked into."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from disclosure.search.entries import Entries, with_entries
from disclosure.search.hot import Blocks, Places
from disclosure.search.vlq import decode, split


class Edited(NamedTuple):
    """A hot term after an edit: the line of its leaf, and the blocks of places that changed.

    `growth` is by how much its whole line is longer than before.
    """

    line: str
    places: Blocks
    growth: int


def edit_hot(
    line: str, entries: Sequence[Entries], read: Callable[[int], Places]
) -> Edited:
    """Return a hot term with entries of titles and of bodies in place of those before.

    `read` returns the places in a block.
    """
    term, *fields, log = line.split(",")
    bits = int(log)
    blocks = sorted({number >> bits for some in entries for number in some})
    before = {block: read(block) for block in blocks}
    edited = [
        edit_field(text, some, bits, {block: before[block][field] for block in blocks})
        for field, (text, some) in enumerate(zip(fields, entries, strict=True))
    ]
    (title, titles), (body, bodies) = edited
    places = {block: (titles[block], bodies[block]) for block in blocks}
    whole = ",".join((term, title, body, log))
    growth = len(whole) - len(line) + length_of(places) - length_of(before)
    return Edited(whole, places, growth)


def length_of(blocks: Blocks) -> int:
    """Return how much text there is in some blocks."""
    return sum(len(text) for both in blocks.values() for text in both)


def edit_field(
    text: str, entries: Entries, bits: int, places: Mapping[int, str]
) -> tuple[str, dict[int, str]]:
    """Return the postings of a field, without places, and the places by block, after an edit."""
    pairs = split(text)
    known = list(accumulate(map(decode, pairs[::2])))
    parts = {number: split(entry) if entry else [] for number, entry in entries.items()}
    found: dict[int, str] = {}
    for block, before in places.items():
        low, high = (bisect_left(known, number << bits) for number in (block, block + 1))
        waiting = iter(split(before))
        where = {
            number: list(islice(waiting, decode(times)))
            for number, times in zip(known[low:high], pairs[1::2][low:high], strict=True)
        }
        where |= {number: part[1:] for number, part in parts.items() if number >> bits == block}
        found[block] = "".join(sign for _, part in sorted(where.items()) for sign in part)
    times = {number: part[0] if part else None for number, part in parts.items()}
    return with_entries(text, times, has_places=False), found
