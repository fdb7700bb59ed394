"""The pieces of a place's divisions: those that nobody touched are told by one look at each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from disclosure.problem import DisclosureError, Problem
from disclosure.search.piece import Known, Piece, cut_known, is_current, piece_of
from disclosure.search.shares import FORM, TOKENS
from disclosure.search.source import Source
from disclosure.search.state import State, digest_of

NAME = "pieces"


def read_pieces(scope: str, sources: Sequence[Source], as_of: date, state: State) -> list[Piece]:
    """Return the pieces of all divisions of a place, cut where they are not kept.

    Raises DisclosureError with what is wrong in any of them.
    """
    place, key = f"scopes/{scope}/{NAME}", digest_of([FORM, TOKENS, scope])
    kept: dict[str, Known] = state.read(place, key) or {}
    found: dict[str, Known] = {}
    problems: list[Problem] = []
    for source in sources:
        known = kept.get(source.code)
        try:
            if known is None or not is_current(known, source, as_of):
                known = cut_known(source, as_of, state)
            found[source.code] = known
        except DisclosureError as error:
            problems += error.problems
        source.close()
    if problems:
        raise DisclosureError(*problems)
    if found != kept:
        state.write(place, key, found)
    return [piece_of(found[source.code], source, as_of) for source in sources]
