"""Brings up to date what results show of single documents: their cards, days and facets."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.search.card import Card
from disclosure.search.columns import dates_of, facets_of
from disclosure.search.files import SegmentFiles
from disclosure.search.piece import Piece, read_cards
from disclosure.search.shelf import CARDS, is_long, lengths_of, name_of, rows_name_of, shown
from disclosure.search.slots import Change
from disclosure.search.state import State


def patch_cards(files: SegmentFiles, changes: Iterable[Change]) -> None:
    """Bring the files of some slots' cards up to date."""
    for number, before, after in changes:
        if before.card == after.card:
            continue
        name, place = name_of(number // CARDS), number % CARDS
        held = files.read_or(name, [])
        held += [None] * (place + 1 - len(held))
        held[place] = shown(after.card, files.plan.subjects) if after.card else None
        while held and held[-1] is None:
            held.pop()
        put_or_remove(files, name, held)
        put_or_remove(files, rows_name_of(number), rows_of(after.card))


def rows_of(card: Card | None) -> list[object]:
    """Return the lengths of rows that lie apart, where a table of a document is long."""
    return lengths_of(card) if card and any(map(is_long, card.tables)) else []


def put_or_remove(files: SegmentFiles, name: str, value: list[object]) -> None:
    """Let a file hold a list; there is none for an empty one."""
    if value:
        files.put(name, value)
    else:
        files.remove(name)


def patch_columns(files: SegmentFiles, changed: Iterable[tuple[int, Piece]], state: State) -> None:
    """Bring the days and facets of some divisions up to date, each with its place among all."""
    dates, facets = (files.read(name).split(",") for name in ("dates", "facets"))
    for place, piece in changed:
        cards = read_cards(piece, files.plan.name, state)
        dates[place] = dates_of(cards)
        facets[place] = facets_of(cards, files.plan.subjects)
    files.put("dates", ",".join(dates))
    files.put("facets", ",".join(facets))
