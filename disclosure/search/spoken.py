"""The phrases of an index in its divisions: found again only where texts or phrases changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosure.search.batches import batches_of, numbers_of
from disclosure.search.lexicon import lexicon_of
from disclosure.search.merge import Batch, Part, join_parts
from disclosure.search.phrases import Beginnings, beginnings_of, phrase_places
from disclosure.search.piece import FORM, Piece, name_of, read_cards, read_normal
from disclosure.search.postings import Postings, postings_of, read_postings, write_postings
from disclosure.search.ranges import starts_of
from disclosure.search.segments import BASE
from disclosure.search.state import State, digest_of

LEXICON, PHRASES = "lexicon", "phrases"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrases of a scope, sorted, and by the pair they begin with."""

    scope: str
    key: str
    phrases: list[str]
    beginnings: Beginnings


def read_lexicon(
    scope: str, pieces: Sequence[Piece], names: Sequence[str], state: State
) -> Lexicon:
    """Return the lexicon of a scope: some names, and phrases from the titles of the base."""
    key = digest_of([FORM, names, [piece.shares[BASE].key for piece in pieces]])
    place = f"scopes/{scope}/{LEXICON}"
    phrases = state.read(place, key)
    if phrases is None:
        titles = (card.title for piece in pieces for card in read_cards(piece, BASE, state) if card)
        phrases = lexicon_of(names, titles)
        state.write(place, key, phrases)
    return Lexicon(scope, digest_of(phrases), phrases, beginnings_of(phrases))


def phrase_batches(
    pieces: Sequence[Piece], segment: str, lexicon: Lexicon, state: State
) -> Iterator[Batch]:
    """Yield the joined postings of phrases in all pieces, batch by batch."""
    start = 0
    for batch in batches_of(pieces, segment):
        yield Batch(start, list(join_parts(phrase_parts(batch, segment, lexicon, state))))
        start += numbers_of(batch, segment)


def phrase_parts(
    batch: Sequence[Piece], segment: str, lexicon: Lexicon, state: State
) -> Iterator[Part]:
    """Yield the postings of phrases in each piece of a batch, one at a time."""
    starts, _ = starts_of(piece.shares[segment].slots for piece in batch)
    for piece, start in zip(batch, starts, strict=True):
        place = name_of(piece.code, segment, f"{PHRASES}-{lexicon.scope}")
        if not piece.shares[segment].slots:
            state.forget(place)
            continue
        key = digest_of([FORM, piece.shares[segment].key, lexicon.key])
        kept = state.read_text(place, key)
        if kept is None:
            kept = write_postings(find_phrases(piece, segment, lexicon, state))
            state.write_text(place, key, kept)
        yield Part(start, *read_postings(kept))


def find_phrases(piece: Piece, segment: str, lexicon: Lexicon, state: State) -> list[Postings]:
    """Return the postings of phrases in the titles and the bodies of a piece."""
    return [
        postings_of(phrase_places(texts, lexicon.beginnings), texts, with_places=False)
        for texts in read_normal(piece, segment, state)
    ]
