"""A division's piece of every index above it: its texts, made normal once for all of them.

That needs nothing but the texts and the day, so a pool of processes may do it; what comes of it
lies in the state folder, and whoever puts an index together finds it there.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.json import Decoder
from msgspec.structs import replace

from disclosure.search import shares
from disclosure.search.card import Card
from disclosure.search.document import Subject
from disclosure.search.segments import BASE, WEEK, monday_of, split_documents
from disclosure.search.shares import (
    FOLDER,
    FORM,
    TOKENS,
    Cut,
    Share,
    keep_cut,
    set_aside,
    share_of,
)
from disclosure.search.source import Look, Source
from disclosure.search.state import State, digest_of

SEGMENTS = (BASE, WEEK)
ABOUT = "about"


class Known(Struct, frozen=True, array_like=True):
    """What is kept of a piece; `texts` is the digest of the blocks it was cut of.

    `look` is how those looked then, `newest` the date of the newest document.
    """

    as_of: str
    revision: str
    subjects: list[Subject]
    shares: dict[str, Share]
    day: int
    newest: str
    look: Look
    texts: str


KNOWN = Decoder(Known)


class Piece(Struct, frozen=True):
    """What is known of a division on a day; `day` counts the documents of the day itself."""

    source: Source
    as_of: date
    revision: str
    subjects: list[Subject]
    shares: dict[str, Share]
    day: int

    @property
    def code(self) -> str:
        return self.source.code


def cut_division(source: Source, as_of: date, state: State) -> Piece:
    """Return a division's piece, and see to it that its shares lie in the state folder.

    Raises DisclosureError where the texts cannot be used.
    """
    return piece_of(cut_known(source, as_of, state), source, as_of)


def cut_known(source: Source, as_of: date, state: State) -> Known:
    """Return what is kept of a division's piece, brought up to the day and to its texts."""
    name, key = f"{FOLDER}/{source.code}/{ABOUT}", digest_of([FORM, TOKENS, source.code])
    known = state.read(name, key, KNOWN)
    if known and is_current(known, source, as_of):
        return known
    look, digest = source.look(), source.digest()
    if known and known.texts == digest and holds_on(known, as_of):
        known = replace(known, look=look)
    else:
        known = cut_anew(source, as_of, known, state, look, digest)
    state.write(name, key, known)
    return known


def cut_anew(
    source: Source, as_of: date, known: Known | None, state: State, look: Look, digest: str
) -> Known:
    """Cut the texts of a division; a share that stays the same is left as it is kept."""
    texts = source.parse()
    parts = split_documents(texts.documents, as_of)
    found = {BASE: share_of(parts.base), WEEK: share_of(parts.week)}
    for segment, share in found.items():
        before = known.shares[segment] if known else None
        if before is None or before.key != share.key:
            if before:
                set_aside(source.code, segment, before, state)
            keep_cut(source.code, segment, share, parts.of(segment), state)
    return Known(
        as_of.isoformat(),
        texts.revision,
        [subject for _, subject in sorted(texts.subjects.items())],
        found,
        len(parts.day),
        max((one.date for one in texts.documents), default=""),
        look,
        digest,
    )


def is_current(known: Known, source: Source, as_of: date) -> bool:
    """Tell whether nobody touched the texts since they were cut, and the day changes nothing."""
    return holds_on(known, as_of) and source.is_as(known.look)


def holds_on(known: Known, as_of: date) -> bool:
    """Tell whether what is known of a division is the same on a day."""
    if known.as_of == as_of.isoformat():
        return True
    is_all_base = not known.day and not known.shares[WEEK].slots
    return is_all_base and known.newest < monday_of(as_of).isoformat()


def piece_of(known: Known, source: Source, as_of: date) -> Piece:
    """Return the piece as it is kept."""
    return Piece(source, as_of, known.revision, known.subjects, known.shares, known.day)


def read_cards(piece: Piece, segment: str, state: State) -> list[Card | None]:
    """Return the cards of a share, one a slot; None where a document is withdrawn."""
    kept = shares.read_cards(piece.code, segment, piece.shares[segment], state)
    return cut_again(piece, segment, state).cards if kept is None else kept


def read_texts(piece: Piece, segment: str, state: State) -> list[list[str]]:
    """Return the normal titles and the normal bodies of a share, one a slot."""
    kept = shares.read_texts(piece.code, segment, piece.shares[segment], state)
    return cut_again(piece, segment, state).texts if kept is None else kept


def cut_again(piece: Piece, segment: str, state: State) -> Cut:
    """Make a share once more: what was kept of it was lost or damaged."""
    documents = split_documents(piece.source.parse().documents, piece.as_of).of(segment)
    return keep_cut(piece.code, segment, piece.shares[segment], documents, state)
