"""How an index is laid out: its segments, the numbers of their documents, its categories."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from disclosure.search.document import Subject
from disclosure.search.manifest import VERSION, mark_of
from disclosure.search.piece import Piece
from disclosure.search.ranges import starts_of
from disclosure.search.segments import BASE, WEEK, monday_of
from disclosure.search.shares import TOKENS

TARGETS = {BASE: 32 << 10, WEEK: 8 << 10}  # bytes of a leaf


class Plan(Struct, frozen=True):
    """A segment to be written: the first number of each piece's documents, and all numbers.

    `build` marks every file of the segment: numbers mean the same in all files of one build.
    """

    name: str
    build: str
    pieces: Sequence[Piece]
    starts: Sequence[int]
    numbers: int
    subjects: Mapping[str, int]

    @property
    def documents(self) -> int:
        """How many documents can be found in it."""
        return sum(piece.shares[self.name].live for piece in self.pieces)

    @property
    def target(self) -> int:
        return TARGETS[self.name]


def plan_segments(
    scope: str, pieces: Sequence[Piece], as_of: date
) -> tuple[list[Subject], list[Plan]]:
    """Return the categories of an index, numbered as they stand, and its two segments.

    Categories that only the week has come last: it moves nothing in the base.
    """
    plans: list[Plan] = []
    subjects: dict[str, int] = {}
    for segment in (BASE, WEEK):
        found = set[str]().union(*(piece.shares[segment].subjects for piece in pieces))
        for code in sorted(found - subjects.keys()):
            subjects[code] = len(subjects)
        starts, numbers = starts_of(piece.shares[segment].slots for piece in pieces)
        cut = monday_of(as_of).isoformat()
        known = dict(subjects)
        build = mark_of(VERSION, TOKENS, scope, segment, starts, numbers, list(known), cut)
        plans.append(Plan(segment, build, pieces, starts, numbers, known))
    return name_all(subjects, pieces), plans


def name_all(codes: Collection[str], pieces: Iterable[Piece]) -> list[Subject]:
    """Return some categories as the first division that has each of them names it."""
    named: dict[str, Subject] = {}
    for piece in pieces:
        if len(named) == len(codes):  # most often the first has nearly all
            break
        named |= {one.code: one for one in piece.subjects if one.code in codes} | named
    return [named[code] for code in codes]
