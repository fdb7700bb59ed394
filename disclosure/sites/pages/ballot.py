"""What the law asks of a ballot (法定人数、法定票数), from the legal figures of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from msgspec import Struct

from disclosure.catalogue import Figure

UNVERIFIED = "G"  # a figure nobody has read in the law itself decides nothing on a page
DIGITS = "〇一二三四五六七八九"


class Share(Struct, frozen=True):
    """A share of `whole` that must be passed (过半数) or reached (三分之二以上)."""

    whole: str
    ratio: Fraction
    is_more: bool
    source: str

    @property
    def zh(self) -> str:
        """The share in words: 过半数, 三分之二以上."""
        if self.is_more and self.ratio == Fraction(1, 2):
            return "过半数"
        above, below = DIGITS[self.ratio.numerator], DIGITS[self.ratio.denominator]
        return f"超过{below}分之{above}" if self.is_more else f"{below}分之{above}以上"

    def least(self, whole: int) -> int:
        """Return the smallest number that satisfies the share of so many."""
        number, rest = divmod(whole * self.ratio.numerator, self.ratio.denominator)
        return number + 1 if self.is_more or rest else number


class Law(Struct, frozen=True):
    """The figures that bind a type of ballot: id, column of the whole; None = none is known."""

    quorum: tuple[str, str] | None = None
    majority: tuple[str, str] | None = None
    is_election: bool = False


# Figures say in their title whether the number itself counts (含本数) or must be passed (须超过).
LAWS = {
    "村民委员会选举": Law(("election-turnout", "eligible"), ("election-winner", "present"), True),
    "居民委员会选举": Law(is_election=True),
    "另行选举": Law(None, ("election-runoff-winner", "returned"), True),
    "罢免": Law(("recall-turnout", "eligible"), ("recall-approval", "present")),
    "村民会议": Law(
        ("villagers-meeting-quorum", "eligible"), ("villagers-meeting-approval", "present")
    ),
    "村民代表会议": Law(
        ("representatives-meeting-quorum", "eligible"),
        ("representatives-meeting-approval", "present"),
    ),
    "村民小组会议": Law(("group-meeting-quorum", "eligible")),
    "集体成员大会": Law(("assembly-quorum", "eligible"), ("assembly-approval", "eligible")),
    "集体成员代表大会": Law(None, ("delegates-approval", "eligible")),
}
HOUSEHOLDS = "户代表"
HOUSEHOLD_QUORUM = "villagers-meeting-household-quorum"
NO_LAW = Law()


def law_of(ballot_type: str, attendance_basis: str) -> Law:
    """Return what binds a ballot; a meeting of households has a quorum of its own.

    A villagers' meeting that does not say who is counted has none that could be checked.
    """
    law = LAWS.get(ballot_type, NO_LAW)
    if ballot_type != "村民会议":
        return law
    if attendance_basis == HOUSEHOLDS:
        return Law((HOUSEHOLD_QUORUM, "eligible"), law.majority)
    return law if attendance_basis else Law(None, law.majority)


def share_of(
    bound: tuple[str, str] | None, figures: Mapping[str, Figure], day: date | None
) -> Share | None:
    """Return the share a figure fixes on the day of the ballot.

    None where no figure binds it, it is not in force on that day, or it is not verified.
    """
    if bound is None or day is None:
        return None
    figure = figures.get(bound[0])
    if figure is None or figure.trust == UNVERIFIED or not figure.is_in_force(day):
        return None
    return Share(bound[1], Fraction(figure.value), "须超过" in figure.title, figure.source)
