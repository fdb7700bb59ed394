"""Forgets what is kept of divisions that are gone: their texts must not outlive them."""

from __future__ import annotations

from collections.abc import Sequence

from disclosure.search.batches import FOLDER as BATCHES
from disclosure.search.batches import batches_of, has_any, name_of
from disclosure.search.piece import FOLDER as DIVISIONS
from disclosure.search.piece import SEGMENTS, Piece
from disclosure.search.scope import Scope
from disclosure.search.state import State


def prune(scope: Scope, pieces: Sequence[Piece], state: State) -> None:
    """Remove what is kept below a place and belongs to no division of it any more."""
    if not scope.is_whole:
        return
    codes = {piece.code for piece in pieces}
    used = {
        name_of(batch, segment)
        for segment in SEGMENTS
        for batch in batches_of(pieces, segment)
        if has_any(batch, segment)
    }
    for code in state.names(DIVISIONS):
        if code.startswith(scope.code) and code not in codes:
            state.forget_all(f"{DIVISIONS}/{code}")
    for name in state.names(BATCHES):
        if name.startswith(scope.code) and f"{BATCHES}/{name}" not in used:
            state.forget(f"{BATCHES}/{name}")
