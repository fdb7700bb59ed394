"""Single documents in the postings of a hot term: of its places some blocks are looked into."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from disclosure.search.entries import Entries, Entry, put_in
from disclosure.search.hot import Blocks, Places
from disclosure.search.vlq import decode, split


class Edited(NamedTuple):
    """A hot term after an edit: the line of its leaf, and the blocks of places that changed.

    `growth` is by how much its whole line is longer than before.
    """

    line: str
    places: Blocks
    growth: int


def edit_hot(line: str, entries: Sequence[Entries], read: Callable[[int], Places]) -> Edited:
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
    whole = f"{term},{title},{body},{log}"
    growth = len(whole) - len(line) + length_of(places) - length_of(before)
    return Edited(whole, places, growth)


def length_of(blocks: Blocks) -> int:
    """Return how much text there is in some blocks."""
    return sum(len(text) for both in blocks.values() for text in both)


def edit_field(
    text: str, entries: Entries, bits: int, places: Mapping[int, str]
) -> tuple[str, dict[int, str]]:
    """Return the postings of a field, without places, and the places by block, after an edit."""
    if not entries:
        return text, dict(places)
    numbers = split(text)  # gap, times, gap, times
    known = list(accumulate(map(decode, numbers[::2])))
    parts = {number: split(entry) if entry else [] for number, entry in entries.items()}
    blocks: dict[int, str] = {}
    for block, before in places.items():
        low, high = (bisect_left(known, number << bits) for number in (block, block + 1))
        times = list(map(decode, numbers[2 * low + 1 : 2 * high : 2]))
        waiting = split(before)
        for number in sorted(parts, reverse=True):  # what lies behind is finished
            if number >> bits == block:
                place = bisect_left(known, number, low, high)
                is_there = place < high and known[place] == number
                at = sum(times[: place - low])
                gone = times[place - low] if is_there else 0
                waiting[at : at + gone] = parts[number][1:]
        blocks[block] = "".join(waiting)
    leading = {number: part[0] if part else None for number, part in parts.items()}
    return with_leading(numbers, known, leading), blocks


def with_leading(numbers: list[str], known: Sequence[int], entries: Entries) -> str:
    """Return postings without places after an edit, of which only the middle is told anew.

    It begins with the entry before those that change, and ends with the one behind them.
    """
    low = max(0, bisect_left(known, min(entries)) - 1)
    high = bisect_right(known, max(entries)) + 1
    middle = numbers[2 * low : 2 * high]
    found: list[Entry] = list(zip(middle[::2], middle[1::2], strict=True))
    put_in(found, list(known[low:high]), entries)
    return "".join((*numbers[: 2 * low], *chain.from_iterable(found), *numbers[2 * high :]))
