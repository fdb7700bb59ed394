"""The special fund (专项资金) of a village by budget year: what several rules look through."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from functools import lru_cache

from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.sheet import amount, count, text

LEDGER, PROJECTS = "fund_ledger", "fund_project"
ALLOCATION = "E0301"  # the category that tells what was granted; its rows are no ledger
CARRIED, GRANT, EXPENSE = "上年结转", "上级拨付", "项目支出"
LOAN, REPAYMENT = "融资借入", "归还本金"
IN = frozenset({CARRIED, GRANT, LOAN, "利息收入"})
ACCEPTED, CANCELLED = "已验收", "已取消"
Year = tuple[str, int]  # division code and budget year


@lru_cache(maxsize=1)
def fund_years(books: Books) -> dict[Year, list[Line]]:
    """Return the lines of the fund's ledger by budget year, by number, each number once."""
    found: dict[Year, dict[int, Line]] = defaultdict(dict)
    for line in books.lines(LEDGER):
        if line[0].code != ALLOCATION:
            found[year_of(line)].setdefault(number_of(line), line)
    return {
        year: [line for _, line in sorted(by_number.items())]
        for year, by_number in sorted(found.items())
    }


@lru_cache(maxsize=1)
def projects(books: Books) -> dict[tuple[str, int, str], Line]:
    """Return the projects by division, budget year and number, as published last."""
    return {(*year_of(line), text(line[1], "project_no")): line for line in books.lines(PROJECTS)}


def year_of(line: Line) -> Year:
    """Return division and budget year of a line of a ledger or a project."""
    return text(line[1], "division_code"), count(line[1], "budget_year") or 0


def number_of(line: Line) -> int:
    """Return the number of a ledger's line."""
    return count(line[1], "entry_no") or 0


def effect(line: Line) -> Decimal:
    """Return what a line adds to the fund; money going out is negative."""
    value = amount(line[1], "amount") or Decimal(0)
    return value if text(line[1], "entry_kind") in IN else -value
