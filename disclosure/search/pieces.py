"""The pieces of a place's divisions: those that nobody touched are told by one look at each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.json import Decoder
from msgspec.structs import replace

from disclosure.problem import DisclosureError, Problem
from disclosure.search.document import Subject
from disclosure.search.piece import Known, Piece, cut_known, is_current, piece_of
from disclosure.search.shares import FORM, TOKENS
from disclosure.search.source import Source
from disclosure.search.state import State, digest_of

NAME = "pieces"
FEW = 32  # that are read one by one sooner than all are kept anew
Knowns = dict[str, Known]  # by code of a division
# As they are kept: all categories, the divisions without theirs, and the numbers of these.
Packed = tuple[list[Subject], Knowns, dict[str, list[int]]]
PACKED = Decoder(Packed)


def read_pieces(scope: str, sources: Sequence[Source], as_of: date, state: State) -> list[Piece]:
    """Return the pieces of all divisions of a place, cut where they are not kept.

    Raises DisclosureError with what is wrong in any of them.
    """
    place, key = f"scopes/{scope}/{NAME}", digest_of([FORM, TOKENS, scope])
    kept = unpacked(state.read(place, key, PACKED) or ([], {}, {}))
    found: Knowns = {}
    problems: list[Problem] = []
    for source in sources:
        known = kept.get(source.code)
        try:
            if known is None or not is_current(known, source, as_of):
                known = cut_known(source, as_of, state)
            elif source.site and not source.is_vouched(known.look):
                known = replace(known, look=known.look._replace(site=source.site))
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


def packed(knowns: Knowns) -> Packed:
    """Return divisions without their categories, and those."""
    subjects = list({subject: None for known in knowns.values() for subject in known.subjects})
    number_of = {subject: number for number, subject in enumerate(subjects)}
    numbers = {code: [number_of[one] for one in known.subjects] for code, known in knowns.items()}
    return subjects, {code: replace(known, subjects=[]) for code, known in knowns.items()}, numbers


def unpacked(kept: Packed) -> Knowns:
    """Return divisions with their categories, which they share."""
    subjects, knowns, numbers = kept
    for code, some in numbers.items():
        knowns[code].subjects.extend(subjects[number] for number in some)
    return knowns
