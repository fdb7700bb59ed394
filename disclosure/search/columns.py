"""The columns of a segment: of every document its day, its category and its kind.

A text for each division, in its order of documents, joined by commas. Days are what sorts results
of equal rank and are always loaded; the rest only where filters are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from disclosure.search.card import Card
from disclosure.search.document import KINDS
from disclosure.search.vlq import encode, encode_all

FIRST = date(1900, 1, 1).toordinal()  # days are counted from here; whatever is older is of this day


def dates_of(cards: Iterable[Card | None]) -> str:
    """Return days since the document before, the first since 1900; 0 where one is withdrawn."""
    last = FIRST
    gaps = []
    for card in cards:
        day = max(last, date.fromisoformat(card.date).toordinal()) if card else last
        gaps.append(day - last)
        last = day
    return encode_all(gaps)


def facets_of(cards: Sequence[Card | None], subjects: Mapping[str, int]) -> str:
    """Return two numbers a document: 1 + its category's in the manifest (0 = none), its kind's."""
    return "".join(
        encode(subjects[card.category] + 1 if card.category else 0) + encode(KINDS.index(card.kind))
        if card
        else "AA"
        for card in cards
    )
