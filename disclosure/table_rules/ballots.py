"""Ballots: one vote with its options, and whether law's thresholds call it valid and carried.

民法典 art. 1259 by analogy: 过半数 is more than one half, 以上 includes the number itself (rule
`ballot-majority-wording`). Fractions are exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from disclosure.catalogue import Catalogue
from disclosure.dataset.values import Row
from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.books import Books
from disclosure.table_rules.sheet import Sheet, count, counts, day, text

TABLE = "ballot_result"
ELECTION, RUNOFF, RECALL = "村民委员会选举", "另行选举", "罢免"
VILLAGERS, REPRESENTATIVES = "村民会议", "村民代表会议"
ASSEMBLY, DELEGATES = "集体成员大会", "集体成员代表大会"
HOUSEHOLDS = "户代表"
FIGURES = (
    "eligible",
    "present",
    "proxies",
    "issued",
    "returned",
    "valid",
    "invalid",
    "max_choices",
)
AGREE = ("同意", "赞成")  # the option whose votes carry a motion


class Threshold(Struct, frozen=True):
    """A share of a number; `figure` is where law fixes it, `is_strict` = more than the share."""

    figure: str
    of: str
    is_strict: bool

    def share(self, catalogue: Catalogue) -> Fraction:
        return Fraction(catalogue.figure(self.figure).value)

    def is_met(self, value: int, base: int, catalogue: Catalogue) -> bool:
        wanted = self.share(catalogue) * base
        return value > wanted if self.is_strict else value >= wanted

    def severity(self, catalogue: Catalogue) -> Severity:
        return catalogue.figure(self.figure).severity

    def zh(self, base: int, catalogue: Catalogue) -> str:
        """The threshold in words: 超过应到或登记人数 30 的 1/2, 不少于收回票 60 的 1/3."""
        word = "超过" if self.is_strict else "不少于"
        return f"{word}{COLUMN_ZH[self.of]} {base} 的 {self.share(catalogue)}"


COLUMN_ZH = {
    "eligible": "应到或登记人数",
    "present": "实到或参加投票人数",
    "returned": "收回票",
}
# How many must take part, and how many votes carry, by the kind of ballot. Kinds that are not here
# have no threshold in law that this catalogue has read.
QUORUM = {
    ELECTION: Threshold("election-turnout", "eligible", is_strict=True),
    RECALL: Threshold("recall-turnout", "eligible", is_strict=True),
    VILLAGERS: Threshold("villagers-meeting-quorum", "eligible", is_strict=True),
    REPRESENTATIVES: Threshold("representatives-meeting-quorum", "eligible", is_strict=False),
    ASSEMBLY: Threshold("assembly-quorum", "eligible", is_strict=False),
}
HOUSEHOLD_QUORUM = Threshold("villagers-meeting-household-quorum", "eligible", is_strict=False)
APPROVAL = {
    ELECTION: Threshold("election-winner", "present", is_strict=True),
    RUNOFF: Threshold("election-runoff-winner", "returned", is_strict=False),
    RECALL: Threshold("recall-approval", "present", is_strict=True),
    VILLAGERS: Threshold("villagers-meeting-approval", "present", is_strict=True),
    REPRESENTATIVES: Threshold("representatives-meeting-approval", "present", is_strict=True),
    ASSEMBLY: Threshold("assembly-approval", "eligible", is_strict=False),
    DELEGATES: Threshold("delegates-approval", "eligible", is_strict=False),
}


class Ballot(Struct, frozen=True):
    """One vote (表决); its own figures stand on every row, so the first one tells them."""

    id: str
    sheet: Sheet
    rows: tuple[Row, ...]

    @property
    def first(self) -> Row:
        return self.rows[0]

    @property
    def type(self) -> str:
        return text(self.first, "ballot_type")

    def number(self, column: str) -> int:
        return count(self.first, column) or 0

    def quorum(self, catalogue: Catalogue) -> Threshold | None:
        """How many must take part; a meeting of villagers may count households."""
        is_of_households = text(self.first, "attendance_basis") == HOUSEHOLDS
        if self.type == VILLAGERS and is_of_households:
            return self.in_force(HOUSEHOLD_QUORUM, catalogue)
        return self.in_force(QUORUM.get(self.type), catalogue)

    def approval(self, catalogue: Catalogue) -> Threshold | None:
        """How many votes carry; None where law sets no threshold for the kind and day."""
        return self.in_force(APPROVAL.get(self.type), catalogue)

    def in_force(self, threshold: Threshold | None, catalogue: Catalogue) -> Threshold | None:
        """Return a threshold that law set on the day of the ballot, else None."""
        on = day(self.first, "held_on")
        if threshold and on and catalogue.figure(threshold.figure).is_in_force(on):
            return threshold
        return None

    def has_quorum(self, catalogue: Catalogue) -> bool:
        quorum = self.quorum(catalogue)
        return quorum is None or quorum.is_met(
            self.number("present"), self.number(quorum.of), catalogue
        )

    def carries(self, row: Row, catalogue: Catalogue) -> bool:
        """Tell whether an option has votes enough; any number where law sets no threshold."""
        approval = self.approval(catalogue)
        votes = count(row, "votes") or 0
        return approval is None or approval.is_met(votes, self.number(approval.of), catalogue)

    @property
    def is_motion(self) -> bool:
        """Tell whether it is a motion people agree with, not a choice among candidates."""
        return any(text(row, "option_label").startswith(AGREE) for row in self.rows)

    @property
    def is_passed(self) -> bool:
        """Tell whether the publication calls any option passed."""
        return any(row.cells.get("passed") is True for row in self.rows)


@lru_cache(maxsize=16)
def ballots_in(sheet: Sheet) -> tuple[Ballot, ...]:
    """Return the ballots of one sheet, in the order of their first rows.

    One that lacks a figure, as a block may, is not looked at: what is blank is not 0.
    """
    rows_by_id: dict[str, list[Row]] = {}
    for row in sheet.rows:
        rows_by_id.setdefault(text(row, "ballot_id"), []).append(row)
    return tuple(
        Ballot(name, sheet, tuple(rows))
        for name, rows in rows_by_id.items()
        if counts(rows[0], *FIGURES) and all(count(row, "votes") is not None for row in rows)
    )


@lru_cache(maxsize=1)
def ballots(books: Books) -> dict[str, Ballot]:
    """Return the ballots a division publishes, by number."""
    return by_id(ballot for sheet in books.of(TABLE) for ballot in ballots_in(sheet))


def by_id(found: Iterable[Ballot]) -> dict[str, Ballot]:
    """Return some ballots by number; the latest publication of a number counts."""
    return {ballot.id: ballot for ballot in found}


def is_carried(ballot: Ballot, catalogue: Catalogue) -> bool:
    """Tell whether a ballot passed: called so, with a quorum, by votes enough where law counts."""
    if not ballot.is_passed or not ballot.has_quorum(catalogue):
        return False
    return any(
        ballot.carries(row, catalogue) for row in ballot.rows if row.cells.get("passed") is True
    )


def unmet(code: Code, ballot: Ballot, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what keeps a ballot called passed from being so: too few there, or too few votes."""
    if not ballot.is_passed:
        return
    quorum = ballot.quorum(catalogue)
    if quorum and not ballot.has_quorum(catalogue):
        yield too_few(code, ballot, ballot.first, "present", quorum, catalogue)
    approval = ballot.approval(catalogue)
    for row in ballot.rows:
        if approval and row.cells.get("passed") is True and not ballot.carries(row, catalogue):
            yield too_few(code, ballot, row, "votes", approval, catalogue)


def too_few(
    code: Code, ballot: Ballot, row: Row, column: str, threshold: Threshold, catalogue: Catalogue
) -> Problem:
    """Return the problem of one number that falls short of a threshold."""
    base = ballot.number(threshold.of)
    share = threshold.share(catalogue)
    return ballot.sheet.problem(
        code,
        row,
        column,
        count(row, column),
        severity=threshold.severity(catalogue),
        ballot=ballot.id,
        type=ballot.type,
        expected=threshold.zh(base, catalogue),
        expected_en=f"{'more than' if threshold.is_strict else 'at least'} {share} of {base}",
    )
