"""What results show of documents, in files of sixteen: loaded for the page of results on view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from disclosure.search.card import Card, Stretch
from disclosure.search.document import KINDS
from disclosure.search.vlq import split

CARDS, FILES = 16, 256  # documents a file, files a folder
LONG = 100  # rows: the lengths of a longer table's rows lie apart

Shelved = tuple[str, object]  # the name of a file without its ending, and what it holds


def shelve(
    cards: Iterable[tuple[int, Card | None]], subjects: Mapping[str, int]
) -> Iterator[Shelved]:
    """Yield files `s/...` of cards, numbered and ascending, and `r/...` of long tables' rows."""
    current = -1
    held: list[object] = []
    for number, card in cards:
        if card is None:
            continue
        if number // CARDS != current:
            if held:
                yield name_of(current), held
            current, held = number // CARDS, []
        held += [None] * (number % CARDS - len(held))
        held.append(shown(card, subjects))
        if any(is_long(table) for table in card.tables):
            yield rows_name_of(number), lengths_of(card)
    if held:
        yield name_of(current), held


def shown(card: Card, subjects: Mapping[str, int]) -> list[object]:
    """Return a card as a file holds it; categories and kinds are numbers of the manifest."""
    return [
        card.address,
        card.title,
        card.date,
        subjects[card.category] if card.category else -1,
        KINDS.index(card.kind),
        card.summary,
        [
            [table.anchor, table.start, None if is_long(table) else table.lengths]
            for table in card.tables
        ],
    ]


def lengths_of(card: Card) -> list[object]:
    """Return the lengths of the rows of all tables of a document."""
    return [table.lengths for table in card.tables]


def is_long(table: Stretch) -> bool:
    """Tell whether the lengths of a table's rows lie apart."""
    return len(table.lengths) > LONG and len(split(table.lengths)) > LONG


def name_of(place: int) -> str:
    """Return the name of the file of sixteen cards with the numbers from 16 times a place."""
    return f"s/{place // FILES}/{place}"


def rows_name_of(number: int) -> str:
    """Return the name of the file of the rows of one document's tables."""
    return f"r/{number // FILES}/{number}"
