"""Forgets what is kept of divisions that are gone: their texts must not outlive them."""

from __future__ import annotations

from collections.abc import Sequence

from disclosure.search.batches import FOLDER as BATCHES
from disclosure.search.batches import batches_of, place_of
from disclosure.search.piece import SEGMENTS, Piece
from disclosure.search.scope import Scope
from disclosure.search.shares import FOLDER as DIVISIONS
from disclosure.search.shares import forget_aside
from disclosure.search.state import State

SCOPES = "scopes"


def prune(scope: Scope, pieces: Sequence[Piece], state: State) -> None:
    """Remove what is kept below a place and belongs to no division of it any more.

    What was set aside goes as soon as no wider index may still ask for it.
    """
    if not any(is_above(one, scope.code) for one in state.names(SCOPES)):
        forget_aside(scope.code, state)
    if not scope.is_whole:
        return
    codes = {scope.code, *(piece.code for piece in pieces)}
    for folder in (DIVISIONS, SCOPES):
        for code in state.names(folder):
            if code.startswith(scope.code) and code not in codes:
                state.forget(f"{folder}/{code}")
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


def forget_scope(code: str, state: State) -> None:
    """Remove what is kept of the index of a place that has none any more."""
    state.forget(f"{SCOPES}/{code}")


def is_above(one: str, code: str) -> bool:
    """Tell whether a place, by its short code, holds another one."""
    return one != code and code.startswith(one)
