"""Single documents in the postings of a hot term: of its blocks those are looked into that change,
and those beside them, which tell how long the postings are where they are not cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from disclosure.search.entries import Entries, Entry, put_in
from disclosure.search.hot import SEAM, Blocks, Places
from disclosure.search.vlq import decode, encode, split


class Edited(NamedTuple):
    """A hot term after an edit: the line of its leaf, and the blocks of places that changed.

    `growth` is by how much its whole line is longer than before.
    """

    line: str
    places: Blocks
    growth: int


class EditedField(NamedTuple):
    """One field of it: its postings, the places in the blocks asked for, and the growth."""

    text: str
    places: dict[int, str]
    growth: int


class Ends(NamedTuple):
    """The first and the last document of a block, and how long the text is that tells the first."""

    first: int
    last: int
    told: int


def edit_hot(line: str, entries: Sequence[Entries], read: Callable[[int], Places]) -> Edited:
    """Return a hot term with entries of titles and of bodies in place of those before.

    `read` returns the places in a block.
    """
    term, *fields, log = line.split(",")
    bits = int(log)
    blocks = sorted({number >> bits for some in entries for number in some})
    before = {block: read(block) for block in blocks}
    titles, bodies = (
        edit_field(text, some, bits, {block: before[block][field] for block in blocks})
        for field, (text, some) in enumerate(zip(fields, entries, strict=True))
    )
    places = {block: (titles.places[block], bodies.places[block]) for block in blocks}
    return Edited(
        f"{term},{titles.text},{bodies.text},{log}", places, titles.growth + bodies.growth
    )


def edit_field(text: str, entries: Entries, bits: int, places: Mapping[int, str]) -> EditedField:
    """Return the postings of a field, whose places are given by block, after an edit."""
    segments, found, growth = text.split(SEAM), dict(places), 0
    for block in sorted({number >> bits for number in entries}):
        start = block << bits
        some = {number - start: entries[number] for number in entries if number >> bits == block}
        segments += [""] * (block + 1 - len(segments))
        before, growth = segments[block], growth - len(segments[block]) - len(found[block])
        after, found[block] = edit_block(before, found[block], some)
        growth += len(after) + len(found[block])
        if ends_of(before, start) != ends_of(after, start):
            growth -= gaps_of(segments, block, bits)
            growth += gaps_of([*segments[:block], after, *segments[block + 1 :]], block, bits)
        segments[block] = after
    return EditedField(SEAM.join(segments).rstrip(SEAM), found, growth)


def gaps_of(segments: Sequence[str], block: int, bits: int) -> int:
    """Return by how much longer the gaps to a block and behind it are where nothing is cut."""
    before = next((at for at in range(block - 1, -1, -1) if segments[at]), None)
    behind = next((at for at in range(block + 1, len(segments)) if segments[at]), block)
    ends = None if before is None else ends_of(segments[before], before << bits)
    last, longer = ends.last if ends else 0, 0
    for at in sorted({block, behind}):
        ends = ends_of(segments[at], at << bits)
        if ends:
            longer += len(encode(ends.first - last)) - ends.told
            last = ends.last
    return longer


def ends_of(segment: str, start: int) -> Ends | None:
    """Return the ends of a block that begins at a number, None where it holds nothing."""
    if not segment:
        return None
    first, *gaps = split(segment)[::2]
    number = start + decode(first)
    return Ends(number, number + sum(map(decode, gaps)), len(first))


def edit_block(segment: str, places: str, entries: Entries) -> tuple[str, str]:
    """Return what is said of the documents of a block, and their places, after an edit.

    Documents are numbered from the first of the block.
    """
    numbers = split(segment)  # gap, times, gap, times
    known = list(accumulate(map(decode, numbers[::2])))
    times = list(map(decode, numbers[1::2]))
    waiting = split(places)
    parts = {number: split(entry) if entry else [] for number, entry in entries.items()}
    for number in sorted(parts, reverse=True):  # what lies behind is finished
        place = bisect_left(known, number)
        is_there = place < len(known) and known[place] == number
        at = sum(times[:place])
        gone = times[place] if is_there else 0
        waiting[at : at + gone] = parts[number][1:]
    leading = {number: part[0] if part else None for number, part in parts.items()}
    return with_leading(numbers, known, leading), "".join(waiting)


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
