"""The lexicon of an index: made anew only where titles or names changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.json import Decoder

from disclosure.search.card import Card
from disclosure.search.lexicon import lexicon_of, phrases_of
from disclosure.search.phrases import Beginnings, beginnings_of
from disclosure.search.piece import Piece, read_cards
from disclosure.search.segments import BASE
from disclosure.search.shares import FORM, read_aside
from disclosure.search.state import State, digest_of
from disclosure.search.stock import read_stock
from disclosure.search.title_parts import Parts, count_again, count_parts
from disclosure.search.units import units_of

NAME, PARTS = "lexicon", "title-parts"
PHRASES = Decoder(list[str])
COUNTED = Decoder(tuple[dict[str, str], Parts])  # the keys of the titles by division


class Lexicon(Struct, frozen=True):
    """The phrases of a scope, sorted, and by the pair they begin with; some are of the stock."""

    scope: str
    key: str
    phrases: list[str]
    stock: frozenset[str]
    beginnings: Beginnings


def read_lexicon(
    scope: str, pieces: Sequence[Piece], names: Sequence[str], state: State
) -> Lexicon:
    """Return the lexicon of a scope: some names, and phrases from the titles of the base."""
    key = digest_of([FORM, names, [piece.shares[BASE].titles for piece in pieces]])
    place = f"scopes/{scope}/{NAME}"
    phrases = state.read(place, key, PHRASES)
    if phrases is None:
        phrases = lexicon_of(names, phrases_of(read_parts(scope, pieces, state)))
        state.write(place, key, phrases)
    stock = frozenset(read_stock(scope, pieces, state)).difference(phrases)
    every = sorted(stock.union(phrases), key=units_of)
    return Lexicon(scope, digest_of(every), every, stock, beginnings_of(every))


def read_parts(scope: str, pieces: Sequence[Piece], state: State) -> Parts:
    """Return the parts of all titles, counted anew only in the divisions that have others."""
    place, key = f"scopes/{scope}/{PARTS}", digest_of([FORM, scope])
    now = {piece.code: piece.shares[BASE].titles for piece in pieces}
    before, known = state.read(place, key, COUNTED) or ({}, None)
    parts = None
    if known and before.keys() == now.keys():
        changed = [piece for piece in pieces if before[piece.code] != now[piece.code]]
        parts = recounted(known, changed, before, state)
    if parts is None:
        parts = count_parts(
            title for piece in pieces for title in titles_in(read_cards(piece, BASE, state))
        )
    state.write(place, key, (now, parts))
    return parts


def recounted(
    parts: Parts, changed: Iterable[Piece], before: dict[str, str], state: State
) -> Parts | None:
    """Return the parts with those of some divisions brought up to date, None where unknown."""
    found: Parts | None = parts
    for piece in changed:
        former = read_aside(piece.code, BASE, state)
        if found is None or former is None or former.share.titles != before[piece.code]:
            return None
        gone = Counter(titles_in(former.cut.cards))
        come = Counter(titles_in(read_cards(piece, BASE, state)))
        found = count_again(found, (gone - come).elements(), (come - gone).elements())
    return found


def titles_in(cards: Iterable[Card | None]) -> Iterator[str]:
    """Yield the titles of documents that can be found."""
    return (card.title for card in cards if card)
