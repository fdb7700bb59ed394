"""committee-term: the term of a committee is not the one law fixes.

村民委员会组织法 art. 14: five years. Who leaves or comes in the middle of a term is a change to be
published (S0704); then nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.books import Books
from disclosure.table_rules.committee_membership import COMMITTEE, SUPERVISION, TABLE
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import day, text

CODE = Code(
    "committee-term",
    zh="{org}的任期从 {start} 起，{title}是 {value}，每届任期{years}年，应到 {expected}",
    en="a term from {start} ends on {value}; {years} years end on {expected}",
    hint_zh="请核对任期；任期内变动的，请公开变动情况（S0704）",
    hint_en="check the term; publish a change during the term under S0704",
    severity=Severity.WARNING,
)
FIGURE, CHANGE = "committee-term", "S0704"
ROLES = frozenset({COMMITTEE, SUPERVISION})


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every term of another length, where no change of members is published."""
    if any(entry.category == CHANGE for entry in books.entries):
        return
    figure = known.catalogue.figure(FIGURE)
    for sheet, row in books.lines(TABLE):
        start, end = day(row, "term_from"), day(row, "term_to")
        if text(row, "role_type") not in ROLES or start is None or end is None:
            continue
        expected = years_after(start, figure.number)
        # 2026-01-15 to 2031-01-14 and to 2031-01-15 or the month's end are all written.
        if (end.year, end.month) not in months_around(expected):
            yield sheet.problem(
                CODE,
                row,
                "term_to",
                end,
                org=row.cells["org_name"],
                start=start,
                years=figure.number,
                expected=expected,
            )


def years_after(start: date, years: int) -> date:
    """Return the same day some years later."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:  # 29 February
        return date(start.year + years, 3, 1)


def months_around(expected: date) -> frozenset[tuple[int, int]]:
    """Return the month a term should end in, and the one before it."""
    before = (expected.year - 1, 12) if expected.month == 1 else (expected.year, expected.month - 1)
    return frozenset({(expected.year, expected.month), before})
