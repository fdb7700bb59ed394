"""The divisions of an index in batches: what was joined once for a county serves its city too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from disclosure.search.merge import Batch, Part, join_parts
from disclosure.search.piece import FORM, Piece, read_terms
from disclosure.search.ranges import starts_of
from disclosure.search.state import State, digest_of

FOLDER = "batches"
COUNTY = 6  # digits of a short code that the divisions of a county have in common
MOST = 6_000  # slots in a batch: about 150 MB while it is joined


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


def read_batches(pieces: Sequence[Piece], segment: str, state: State) -> Iterator[Batch]:
    """Yield the joined postings of all pieces, made where they are not kept."""
    start = 0
    if len(pieces) == 1:  # a large site: its postings are joined with no others
        yield Batch(0, join_parts(parts_of(pieces, segment, state)))
        return
    for batch in batches_of(pieces, segment):
        if has_any(batch, segment):
            yield Batch(start, read_batch(batch, segment, state))
        start += numbers_of(batch, segment)


def numbers_of(batch: Sequence[Piece], segment: str) -> int:
    """Return how many numbers of documents a batch takes."""
    return starts_of(piece.shares[segment].slots for piece in batch)[1]


def has_any(batch: Sequence[Piece], segment: str) -> bool:
    """Tell whether there is a document in a batch."""
    return any(piece.shares[segment].slots for piece in batch)


def read_batch(batch: Sequence[Piece], segment: str, state: State) -> Iterator[str]:
    """Return the lines of one batch, numbered from its own start."""
    name = name_of(batch, segment)
    key = digest_of([FORM, [piece.shares[segment][:2] for piece in batch]])
    lines = state.read_lines(name, key)
    if lines is None:
        state.write_lines(name, key, join_parts(parts_of(batch, segment, state)))
        lines = state.read_lines(name, key)
        assert lines is not None
    return lines


def parts_of(batch: Sequence[Piece], segment: str, state: State) -> Iterator[Part]:
    """Yield the postings of a batch's pieces, one at a time."""
    starts, _ = starts_of(piece.shares[segment].slots for piece in batch)
    for piece, start in zip(batch, starts, strict=True):
        if piece.shares[segment].slots:
            yield Part(start, *read_terms(piece, segment, state))


def name_of(batch: Sequence[Piece], segment: str) -> str:
    """Return the name under which a batch is kept."""
    return f"{FOLDER}/{batch[0].code}.{segment}"
