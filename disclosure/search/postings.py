"""Postings: for each term the documents that have it, how often, and at which characters.

As text: for each document the gap to the one before, the number of places, the first place and
then the gap from each to the next. The first gap depends on where the documents stand in an index,
so it is kept apart: postings of neighbouring sites are joined without reading them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from disclosure.search.places import BREAK, Places
from disclosure.search.vlq import encode


class Postings(NamedTuple):
    """Columns: the terms of one field, and for each its first and last document and its text.

    Documents are numbered from 0 in their own site; the text is without the gap of the first.
    """

    terms: list[str]
    firsts: list[int]
    lasts: list[int]
    texts: list[str]


NONE = Postings([], [], [], [])


def postings_of(places: Places, texts: Sequence[str], *, with_places: bool = True) -> Postings:
    """Return the postings of places counted over all texts joined; not sorted."""
    starts: list[int] = []  # by document, the place of its first character
    slots: list[int] = []  # by place, the document
    for slot, text in enumerate(texts):
        starts.append(len(slots))
        slots += [slot] * (len(text) + len(BREAK))
    longest = max(map(len, texts), default=0)
    once = ["B" + (encode(place) if with_places else "") for place in range(longest + 1)]
    found = Postings([], [], [], [])
    for term, where in places.items():
        first = slots[where[0]]
        found.terms.append(term)
        found.firsts.append(first)
        if len(where) == 1:
            found.lasts.append(first)
            found.texts.append(once[where[0] - starts[first]])
        else:
            found.lasts.append(slots[where[-1]])
            found.texts.append(write(where, slots, starts, with_places))
    return found


def write(where: list[int], slots: list[int], starts: list[int], with_places: bool) -> str:
    """Return the text of one term's postings."""
    parts: list[str] = []
    slot = slots[where[0]]
    gap = ""
    own: list[str] = []
    last = starts[slot]
    for place in where:
        if slots[place] != slot:
            parts += gap, encode(len(own)), *(own if with_places else ())
            gap = encode(slots[place] - slot)
            slot = slots[place]
            last = starts[slot]
            own = []
        own.append(encode(place - last))
        last = place
    parts += gap, encode(len(own)), *(own if with_places else ())
    return "".join(parts)
