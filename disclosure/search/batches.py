"""The divisions of an index in batches: what was cut once for a county serves its city too.

Cutting a batch anew takes no longer than joining what was cut for each of its divisions, so it is
the batch that is kept: where one division changes, those of its county are cut again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from disclosure.search.merge import Batch, Fields, write_batch
from disclosure.search.phrases import Beginnings, times_at, times_in
from disclosure.search.piece import FOLDER as DIVISIONS
from disclosure.search.piece import FORM, Piece, read_texts
from disclosure.search.places import places_of
from disclosure.search.postings import add_document, write_places, write_times
from disclosure.search.ranges import starts_of
from disclosure.search.spoken import Lexicon
from disclosure.search.state import State, digest_of

FOLDER = "batches"
COUNTY = 6  # digits of a short code that the divisions of a county have in common
MOST = 12_000  # slots in a batch: about 250 MB while it is cut
TERMS, PHRASES = "terms", "phrases"
Text = tuple[int, str, str]  # of one document: its number, the normal title, the normal body


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
        found, spoken = cut_texts(texts_of(batch, segment, state), lexicon.beginnings)
        terms = state.write_lines(name, key, write_batch(found))
        phrases = state.write_lines(own_name, own_key, write_batch(spoken))
    elif phrases is None:
        spoken = find_phrases(texts_of(batch, segment, state), lexicon.beginnings)
        phrases = state.write_lines(own_name, own_key, write_batch(spoken))
    return terms, phrases


def cut_texts(texts: Iterable[Text], beginnings: Beginnings) -> tuple[Fields, Fields]:
    """Return the postings of tokens and of phrases in some texts."""
    found, spoken = Fields({}, {}), Fields({}, {})
    for number, title, body in texts:
        places = places_of(title, singles=True)
        add_document(found.titles, number, write_places(places))
        add_document(spoken.titles, number, write_times(times_at(title, places, beginnings)))
        places = places_of(body)
        add_document(found.bodies, number, write_places(places))
        add_document(spoken.bodies, number, write_times(times_at(body, places, beginnings)))
    return found, spoken


def find_phrases(texts: Iterable[Text], beginnings: Beginnings) -> Fields:
    """Return the postings of phrases in some texts."""
    spoken = Fields({}, {})
    for number, title, body in texts:
        add_document(spoken.titles, number, write_times(times_in(title, beginnings)))
        add_document(spoken.bodies, number, write_times(times_in(body, beginnings)))
    return spoken


def texts_of(batch: Sequence[Piece], segment: str, state: State) -> Iterator[Text]:
    """Yield the number of each document of a batch with its normal title and its normal body."""
    starts, _ = starts_of(piece.shares[segment].slots for piece in batch)
    for piece, start in zip(batch, starts, strict=True):
        titles, bodies = read_texts(piece, segment, state)
        yield from zip(range(start, start + len(titles)), titles, bodies, strict=True)


def place_of(code: str, segment: str, *, is_alone: bool) -> str:
    """Return how the names begin under which a batch is kept, by the code of its first division.

    What is kept of one large site alone lies with the division.
    """
    return f"{DIVISIONS}/{code}/{segment}" if is_alone else f"{FOLDER}/{code}.{segment}"
