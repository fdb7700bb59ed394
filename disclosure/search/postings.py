"""Postings: for each term the documents that have it, how often, and at which characters.

As text: for each document the gap to the one before, the number of places, the first place and
then the gap from each to the next. The first gap depends on where the documents stand in an index,
so it is kept apart: postings of neighbouring sites are joined without reading them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from disclosure.search.places import BREAK, Places
from disclosure.search.vlq import ENCODED, decode, encode

ONCE = encode(1)


class Postings(NamedTuple):
    """Columns: the terms of one field, and for each its first and last document and its text.

    Documents are numbered from 0 in their own site; the text is without the gap of the first.
    """

    terms: list[str]
    firsts: list[int]
    lasts: list[int]
    texts: list[str]


def write_postings(fields: Iterable[Postings]) -> str:
    """Return postings as text: a line for each column, its values joined by commas."""
    return "\n".join(
        ",".join(column)
        for terms, firsts, lasts, texts in fields
        for column in (terms, map(encode, firsts), map(encode, lasts), texts)
    )


def read_postings(text: str) -> list[Postings]:
    """Return the postings of a text."""
    columns = [line.split(",") if line else [] for line in text.split("\n")]
    return [
        Postings(terms, list(map(decode, firsts)), list(map(decode, lasts)), texts)
        for terms, firsts, lasts, texts in zip(
            *[iter(columns)] * len(Postings._fields), strict=True
        )
    ]


def postings_of(places: Places, texts: Sequence[str], *, with_places: bool = True) -> Postings:
    """Return the postings of places counted over all texts joined; not sorted."""
    starts: list[int] = []  # by document, the place of its first character
    slots: list[int] = []  # by place, the document
    for slot, text in enumerate(texts):
        starts.append(len(slots))
        slots += [slot] * (len(text) + len(BREAK))
    longest = max(map(len, texts), default=0)
    once = [ONCE + (encode(place) if with_places else "") for place in range(longest + 1)]
    firsts = [slots[where[0]] for where in places.values()]
    lasts = [slots[where[-1]] for where in places.values()]
    found = [
        once[where[0] - starts[first]]
        if len(where) == 1
        else write(where, slots, starts, with_places)
        for where, first in zip(places.values(), firsts, strict=True)
    ]
    return Postings(list(places), firsts, lasts, found)


def write(where: list[int], slots: list[int], starts: list[int], with_places: bool) -> str:
    """Return the text of one term's postings, without the gap of the first document."""
    text = ""
    own = ""
    times = 0
    slot = slots[where[0]]
    last = starts[slot]
    for place in where:
        if slots[place] != slot:
            text += ENCODED[times] + own + ENCODED[slots[place] - slot]
            slot = slots[place]
            last = starts[slot]
            own = ""
            times = 0
        if with_places:
            own += ENCODED[place - last]
        last = place
        times += 1
    return text + ENCODED[times] + own
