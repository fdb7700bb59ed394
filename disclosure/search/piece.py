"""A division's piece of every index above it: its texts, made normal once for all of them.

That needs nothing but the texts and the day, so a pool of processes may do it; what comes of it
lies in the state folder, and whoever puts an index together finds it there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from disclosure.search.card import Card, Stretch, card_of
from disclosure.search.document import Document, Subject
from disclosure.search.folding import FOLDED
from disclosure.search.segments import BASE, WEEK, monday_of, split_documents
from disclosure.search.source import Source
from disclosure.search.state import State, digest_of
from disclosure.search.texts import write_document
from disclosure.search.tokens import DIGITS, NEWER, PAIRED, TAIL, WORDED, normal

FORM = 2  # of what is kept; another number, and everything is cut anew
TOKENS = digest_of([PAIRED, WORDED, NEWER, DIGITS, TAIL, sorted(FOLDED.items())])
FOLDER = "divisions"
SEGMENTS = (BASE, WEEK)
ABOUT, CARDS, TEXTS = "about", "cards", "texts"


class Share(NamedTuple):
    """A division's share of one segment: how many slots, of which `live` can be found.

    `subjects` are the codes of the categories in it, sorted.
    """

    key: str
    slots: int
    live: int
    subjects: list[str]


@dataclass(frozen=True, slots=True)
class Piece:
    """What is known of a division on a day; `day` counts the documents of the day itself."""

    source: Source
    as_of: date
    revision: str
    subjects: dict[str, Subject]
    shares: dict[str, Share]
    day: int

    @property
    def code(self) -> str:
        return self.source.code


class Cut(NamedTuple):
    """What is kept of a share: a card for each slot, and the normal titles and bodies."""

    cards: list[Card | None]
    texts: list[list[str]]


def cut_division(source: Source, as_of: date, state: State) -> Piece:
    """Return a division's piece, and see to it that its shares lie in the state folder.

    Raises DisclosureError where the texts cannot be used.
    """
    name, key = f"{FOLDER}/{source.code}/{ABOUT}", digest_of([FORM, TOKENS, source.code])
    known = state.read(name, key)
    digest = source.digest()
    if known and known["texts"] == digest and holds_on(known, as_of):
        return piece_of(known, source, as_of)
    parts = split_documents(source.parse().documents, as_of)
    shares = {BASE: share_of(parts.base), WEEK: share_of(parts.week)}
    for segment, share in shares.items():
        if not known or known["shares"][segment][0] != share.key:
            keep_cut(source.code, segment, share, parts.of(segment), state)
    value = {
        "texts": digest,
        "as_of": as_of.isoformat(),
        "revision": source.parse().revision,
        "subjects": [list(subject) for _, subject in sorted(source.parse().subjects.items())],
        "shares": shares,
        "day": len(parts.day),
        "newest": max((one.date for one in source.parse().documents), default=""),
    }
    state.write(name, key, value)
    return piece_of(value, source, as_of)


def holds_on(known: dict[str, Any], as_of: date) -> bool:
    """Tell whether what is known of a division is the same on a day."""
    monday = monday_of(as_of).isoformat()
    is_all_base = not known["day"] and not known["shares"][WEEK][1]
    return bool(known["as_of"] == as_of.isoformat() or (is_all_base and known["newest"] < monday))


def piece_of(known: dict[str, Any], source: Source, as_of: date) -> Piece:
    """Return the piece as it is kept."""
    return Piece(
        source,
        as_of,
        known["revision"],
        {item[0]: Subject(*item) for item in known["subjects"]},
        {segment: Share(*known["shares"][segment]) for segment in SEGMENTS},
        known["day"],
    )


def share_of(documents: Sequence[Document]) -> Share:
    """Return what is said of some documents; the same documents, the same key."""
    live = [one for one in documents if not one.withdrawn]
    texts = [None if one.withdrawn else write_document(one, one.category) for one in documents]
    subjects = sorted({one.category for one in live if one.category})
    return Share(digest_of([FORM, TOKENS, texts]), len(documents), len(live), subjects)


def keep_cut(
    code: str, segment: str, share: Share, documents: Sequence[Document], state: State
) -> Cut:
    """Make the documents of a share normal, keep what comes of it and return it."""
    titles = [normal(one.title) for one in documents]
    bodies = [normal(one.body) for one in documents]
    cards = [card_of(one, body) for one, body in zip(documents, bodies, strict=True)]
    cut = Cut(cards, [titles, bodies])
    state.forget_all(name_of(code, segment, ""))
    if documents:
        state.write(name_of(code, segment, CARDS), share.key, cut.cards)
        state.write(name_of(code, segment, TEXTS), share.key, cut.texts)
    return cut


def read_cards(piece: Piece, segment: str, state: State) -> list[Card | None]:
    """Return the cards of a share, one a slot; None where a document is withdrawn."""
    if not piece.shares[segment].slots:
        return []
    kept = state.read(name_of(piece.code, segment, CARDS), piece.shares[segment].key)
    if kept is None:
        return cut_again(piece, segment, state).cards
    return [card_from(item) if item else None for item in kept]


def read_texts(piece: Piece, segment: str, state: State) -> list[list[str]]:
    """Return the normal titles and the normal bodies of a share, one a slot."""
    if not piece.shares[segment].slots:
        return [[], []]
    kept = state.read(name_of(piece.code, segment, TEXTS), piece.shares[segment].key)
    return cut_again(piece, segment, state).texts if kept is None else list(kept)


def cut_again(piece: Piece, segment: str, state: State) -> Cut:
    """Make a share once more: what was kept of it was lost or damaged."""
    documents = split_documents(piece.source.parse().documents, piece.as_of).of(segment)
    return keep_cut(piece.code, segment, piece.shares[segment], documents, state)


def card_from(item: list[Any]) -> Card:
    """Return a card as it is kept."""
    address, title, date, category, kind, summary, tables = item
    stretches = tuple(Stretch(*table) for table in tables)
    return Card(address, title, date, category, kind, summary, stretches)


def name_of(code: str, segment: str, what: str) -> str:
    """Return the name under which a part of a piece is kept."""
    return f"{FOLDER}/{code}/{segment}.{what}"
