"""Forgets what is kept of divisions that are gone: their texts must not outlive them."""

from __future__ import annotations

from collections.abc import Sequence

from disclosure.search.batches import FOLDER as BATCHES
from disclosure.search.batches import batches_of, place_of
from disclosure.search.piece import FOLDER as DIVISIONS
from disclosure.search.piece import SEGMENTS, Piece
from disclosure.search.scope import Scope
from disclosure.search.state import State


def prune(scope: Scope, pieces: Sequence[Piece], state: State) -> None:
    """Remove what is kept below a place and belongs to no division of it any more."""
    if not scope.is_whole:
        return
    codes = {piece.code for piece in pieces}
    for code in state.names(DIVISIONS):
        if code.startswith(scope.code) and code not in codes:
            state.forget(f"{DIVISIONS}/{code}")
    used = {
        place_of(batch[0].code, segment, is_alone=False)
        for segment in SEGMENTS
        for batch in batches_of(pieces, segment)
        if any(piece.shares[segment].slots for piece in batch)
    }
    for name in state.names(BATCHES):
        place = f"{BATCHES}/{name.rpartition('.')[0]}"
        if name.startswith(scope.code) and place not in used:
            state.forget(f"{BATCHES}/{name}")
