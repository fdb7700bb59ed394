"""The pieces of a place's divisions: those that nobody touched are told by one look at each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from disclosure.problem import DisclosureError, Problem
from disclosure.search.document import Subject
from disclosure.search.piece import Known, Piece, cut_known, is_current, piece_of
from disclosure.search.shares import FORM, TOKENS
from disclosure.search.source import Source
from disclosure.search.state import State, digest_of

NAME = "pieces"
FEW = 32  # that are read one by one sooner than all are kept anew
Knowns = dict[str, Known]  # by code of a division


def read_pieces(scope: str, sources: Sequence[Source], as_of: date, state: State) -> list[Piece]:
    """Return the pieces of all divisions of a place, cut where they are not kept.

    Raises DisclosureError with what is wrong in any of them.
    """
    place, key = f"scopes/{scope}/{NAME}", digest_of([FORM, TOKENS, scope])
    kept = unpacked(state.read(place, key) or ([], {}))
    found: Knowns = {}
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
    changed = sum(1 for code, known in found.items() if known is not kept.get(code))
    if changed > FEW or found.keys() != kept.keys():
        state.write(place, key, packed(found))
    return [piece_of(found[source.code], source, as_of) for source in sources]


def packed(knowns: Knowns) -> tuple[list[Subject], Knowns]:
    """Return the categories of all divisions, and the divisions with the numbers of theirs."""
    subjects = list({subject: None for known in knowns.values() for subject in known["subjects"]})
    numbers = {subject: number for number, subject in enumerate(subjects)}
    return subjects, {
        code: known | {"subjects": [numbers[subject] for subject in known["subjects"]]}
        for code, known in knowns.items()
    }


def unpacked(kept: tuple[Sequence[Sequence[str]], Knowns]) -> Knowns:
    """Return divisions with their categories, which they share."""
    subjects = [Subject(*item) for item in kept[0]]
    for known in kept[1].values():
        known["subjects"] = [subjects[number] for number in known["subjects"]]
    return kept[1]
