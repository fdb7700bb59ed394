"""What the states of a matrix sum to: coverage (公开率) of a division, or of all below one.

Coverage = (published + published late + nil) / (those + overdue); everything else neither fulfils
nor breaks a duty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct

from disclosure.coverage.matrix import Row
from disclosure.deadline import COVERED, State

NOTHING: Mapping[State, int] = MappingProxyType({})


class Tally(Struct, frozen=True, array_like=True):
    """How many categories stand in each state, and of how many divisions."""

    counts: tuple[tuple[State, int], ...]
    divisions: int = 1

    def count(self, *states: State) -> int:
        """Return how many categories stand in any of these states."""
        return sum(number for state, number in self.counts if state in states)

    @property
    def duties(self) -> int:
        """How many categories apply."""
        return sum(number for _, number in self.counts)

    @property
    def covered(self) -> int:
        return self.count(*COVERED)

    @property
    def overdue(self) -> int:
        return self.count(State.OVERDUE)

    @property
    def permille(self) -> int | None:
        """Coverage in thousandths, rounded down so that 100 % means all; None = nothing was due."""
        judged = self.covered + self.overdue
        return self.covered * 1000 // judged if judged else None

    @property
    def percent(self) -> str:
        """Coverage in words: `98.4%`, "" where nothing was due."""
        permille = self.permille
        return "" if permille is None else f"{permille // 10}.{permille % 10}%"

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            counted(Counter(dict(self.counts)) + Counter(dict(other.counts))),
            self.divisions + other.divisions,
        )


def tally_of(rows: Iterable[Row]) -> Tally:
    """Return how many of the rows stand in each state; those not of the level are left out."""
    return Tally(counted(Counter(row.state for row in rows if row.state)))


def counted(counts: Mapping[State, int]) -> tuple[tuple[State, int], ...]:
    """Return the counts in the order of the states."""
    return tuple((state, counts[state]) for state in State if counts.get(state))


NO_DUTIES = Tally((), 0)
