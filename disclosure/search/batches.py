"""The divisions of an index in batches: what was cut once for a county serves its city too.

Cutting a batch anew takes no longer than joining what was cut for each of its divisions, so it is
the batch that is kept: where one division changes, those of its county are cut again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from disclosure.search.merge import Batch, Cut, ordered, write_batch
from disclosure.search.phrases import Beginnings, find_phrases
from disclosure.search.piece import Piece, read_texts
from disclosure.search.places import places_of, words_of
from disclosure.search.postings import write_places
from disclosure.search.ranges import starts_of
from disclosure.search.scroll import Scroll, Text, unroll
from disclosure.search.shares import FOLDER as DIVISIONS
from disclosure.search.shares import FORM
from disclosure.search.spoken import Lexicon
from disclosure.search.state import State, digest_of

FOLDER = "batches"
COUNTY = 6  # digits of a short code that the divisions of a county have in common
MOST = 6_000  # slots in a batch: about 100 MB while it is cut
TERMS, PHRASES = "terms", "phrases"
Scrolls = tuple[Scroll, Scroll]  # titles, bodies


def batches_of(pieces: Sequence[Piece], segment: str) -> Iterator[list[Piece]]:
    """Yield neighbouring pieces: never of two counties, and not too many documents at once."""
    for _, county in groupby(pieces, key=lambda piece: piece.code[:COUNTY]):
        batch: list[Piece] = []
        size = 0
        for piece in county:
            slots = piece.shares[segment].slots
            if batch and size + slots > MOST:
                yield batch
                batch, size = [], 0
            batch.append(piece)
            size += slots
        yield batch


def read_batches(
    pieces: Sequence[Piece], segment: str, lexicon: Lexicon, state: State
) -> Iterator[Batch]:
    """Yield the postings of tokens and those of phrases in all pieces, cut where not kept."""
    start = 0
    for batch in batches_of(pieces, segment):
        if any(piece.shares[segment].slots for piece in batch):
            place = place_of(batch[0].code, segment, is_alone=len(pieces) == 1)
            terms, phrases = read_batch(batch, segment, lexicon, place, state)
            yield Batch(start, terms)
            yield Batch(start, phrases)
        start += starts_of(piece.shares[segment].slots for piece in batch)[1]


def forget_batches(pieces: Sequence[Piece], segment: str, codes: Set[str], state: State) -> None:
    """Keep nothing of the batches that some divisions are in."""
    for batch in batches_of(pieces, segment):
        if any(piece.code in codes for piece in batch):
            place = place_of(batch[0].code, segment, is_alone=len(pieces) == 1)
            state.forget_all(f"{place}.")


def read_batch(
    batch: Sequence[Piece], segment: str, lexicon: Lexicon, place: str, state: State
) -> tuple[Iterator[str], Iterator[str]]:
    """Return the lines of a batch's tokens and of its phrases, numbered from its own start."""
    key = digest_of([FORM, [piece.shares[segment][:2] for piece in batch]])
    own_key = digest_of([key, lexicon.key])
    name, own_name = f"{place}.{TERMS}", f"{place}.{PHRASES}-{lexicon.scope}"
    terms = state.read_lines(name, key)
    phrases = state.read_lines(own_name, own_key)
    if terms is None:
        state.forget_all(f"{place}.")  # with the phrases of texts that are gone
        phrases = None
    if terms is None or phrases is None:
        scrolls = scrolls_of(batch, segment, state)
        if terms is None:
            terms = state.write_lines(name, key, write_batch(cut_terms(scrolls)))
        spoken = cut_phrases(scrolls, lexicon.beginnings)
        phrases = state.write_lines(own_name, own_key, write_batch(spoken))
    return terms, phrases


def cut_terms(scrolls: Scrolls) -> Iterator[Cut]:
    """Yield the postings of tokens in some texts."""
    titles, bodies = scrolls
    title_words, body_words = words_of(titles), words_of(bodies)
    for sign in ordered(titles.signs.keys() | bodies.signs.keys()):
        title_places = {**places_of(titles, sign, singles=True), **title_words.get(sign, {})}
        body_places = {**places_of(bodies, sign), **body_words.get(sign, {})}
        yield Cut(
            sign,
            {term: write_places(titles, places) for term, places in title_places.items()},
            {term: write_places(bodies, places) for term, places in body_places.items()},
        )


def cut_phrases(scrolls: Scrolls, beginnings: Beginnings) -> Iterator[Cut]:
    """Yield the postings of phrases in some texts."""
    for sign in ordered(beginnings):
        titles, bodies = (
            {
                phrase: write_places(scroll, places)
                for phrase, places in find_phrases(scroll, sign, beginnings).items()
            }
            for scroll in scrolls
        )
        yield Cut(sign, titles, bodies)


def scrolls_of(batch: Sequence[Piece], segment: str, state: State) -> Scrolls:
    """Return the normal titles and the normal bodies of a batch."""
    starts, _ = starts_of(piece.shares[segment].slots for piece in batch)
    titles: list[Text] = []
    bodies: list[Text] = []
    for piece, start in zip(batch, starts, strict=True):
        for texts, kept in zip((titles, bodies), read_texts(piece, segment, state), strict=True):
            texts.extend(enumerate(kept, start))
    return unroll(titles), unroll(bodies)


def place_of(code: str, segment: str, *, is_alone: bool) -> str:
    """Return how the names begin under which a batch is kept, by the code of its first division.

    What is kept of one large site alone lies with the division.
    """
    return f"{DIVISIONS}/{code}/{segment}" if is_alone else f"{FOLDER}/{code}.{segment}"
