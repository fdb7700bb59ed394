"""Single documents in lists of postings: taken out, put in, or told anew.

A list of postings names each document by the gap to the one before, so what changes is the
document's own entry and the gap behind it; all else is copied as it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate

from disclosure.search.vlq import decode, encode, split

Entries = Mapping[int, str | None]  # by number of a document: how often, and where; None = no more


def with_entries(text: str, entries: Entries, *, has_places: bool) -> str:
    """Return postings with some entries in place of those before."""
    if not text:
        return listed(entries)
    numbers = split(text)
    starts = starts_of_entries(numbers, has_places=has_places)
    known = list(accumulate(decode(numbers[start]) for start in starts[:-1]))
    for number in sorted(entries, reverse=True):  # what lies behind is finished
        entry, place = entries[number], bisect_left(known, number)
        start = starts[place]
        before = known[place - 1] if place else 0
        if place < len(known) and known[place] == number:
            end = starts[place + 1]
            if entry is not None:
                numbers[start + 1 : end] = [entry]
                continue
            del known[place], numbers[start:end]
            following = 0
        elif entry is not None:
            known.insert(place, number)
            numbers[start:start] = [encode(number - before), entry]
            before, following = number, 2
        else:
            continue
        behind = place + (following > 0)
        if behind < len(known):
            numbers[start + following] = encode(known[behind] - before)
    return "".join(numbers)


def listed(entries: Entries) -> str:
    """Return postings of some entries and no others."""
    known = sorted((number, entry) for number, entry in entries.items() if entry is not None)
    before = (0, *(number for number, _ in known))
    return "".join(
        encode(number - last) + entry for last, (number, entry) in zip(before, known, strict=False)
    )


def starts_of_entries(numbers: Sequence[str], *, has_places: bool) -> Sequence[int]:
    """Return where each entry begins, its gap first, and at last where the list ends."""
    if not has_places:
        return range(0, len(numbers) + 1, 2)
    starts = [0]
    at = 0
    while at < len(numbers):
        at += 2 + decode(numbers[at + 1])
        starts.append(at)
    return starts
