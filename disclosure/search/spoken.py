"""The lexicon of an index: made anew only where titles or names changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from disclosure.search.lexicon import lexicon_of
from disclosure.search.phrases import Beginnings, beginnings_of
from disclosure.search.piece import FORM, Piece, read_cards
from disclosure.search.segments import BASE
from disclosure.search.state import State, digest_of

NAME = "lexicon"


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
    place = f"scopes/{scope}/{NAME}"
    phrases = state.read(place, key)
    if phrases is None:
        titles = (card.title for piece in pieces for card in read_cards(piece, BASE, state) if card)
        phrases = lexicon_of(names, titles)
        state.write(place, key, phrases)
    return Lexicon(scope, digest_of(phrases), phrases, beginnings_of(phrases))
