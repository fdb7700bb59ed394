"""fund-budget-covered: the projects of a year cost more than its fund has to give. Design.

Asked where the package of the projects states `controls.planned_repayment` and the ledger of the
year is published. Told at the project, by rank, that exceeds the sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.controls import stated_amount
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.funds import (
    CANCELLED,
    CARRIED,
    GRANT,
    LOAN,
    PROJECTS,
    Year,
    fund_years,
    projects,
    year_of,
)
from disclosure.table_rules.sheet import amount, count, text

CODE = Code(
    "fund-budget-covered",
    zh="{year}年度项目预算累计到项目 {project} 是 {total}，可用资金 {available}（结转、拨付、融资减计划还款 {planned}）",  # noqa: E501
    en="the budgets of {year} reach {total} with project {project}, available are {available}",
    hint_zh="请调减或取消项目，或者核对收支账和当年计划还款（controls.planned_repayment）",
    hint_en="cut or cancel projects, or check the ledger and controls.planned_repayment",
)
PLANNED = "planned_repayment"


@books_rule(CODE, PROJECTS)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield the project of each year with which the budgets exceed what is there."""
    years: dict[Year, list[Line]] = defaultdict(list)
    for line in projects(books).values():
        if text(line[1], "status") != CANCELLED:
            years[year_of(line)].append(line)
    ledgers = fund_years(books)
    for year, lines in years.items():
        stated = [stated_amount(sheet.entry, PLANNED) for sheet, _ in lines]
        planned = next((one for one in stated if one is not None), None)
        if planned is not None and year in ledgers:
            available = funds_of(ledgers[year]) - planned
            yield from of_year(year, lines, available, planned)


def funds_of(lines: list[Line]) -> Decimal:
    """Return what came into a fund in a year, interest left out."""
    return sum(
        (
            amount(row, "amount") or Decimal(0)
            for _, row in lines
            if text(row, "entry_kind") in (CARRIED, GRANT, LOAN)
        ),
        Decimal(0),
    )


def of_year(
    year: Year, lines: list[Line], available: Decimal, planned: Decimal
) -> Iterator[Problem]:
    """Yield the problem of a year, at the first project that is not covered."""
    total = Decimal(0)
    for sheet, row in sorted(lines, key=lambda line: count(line[1], "rank") or 0):
        total += amount(row, "budget_amount") or Decimal(0)
        if total > available:
            yield sheet.problem(
                CODE, row, "budget_amount", row.cells["budget_amount"], year=year[1],
                project=text(row, "project_no"), total=total, available=available, planned=planned,
            )  # fmt: skip
            return
