"""fund-project-payments: more is paid for a project than agreed, or for no project decided before.

The limit is the contract, and the settlement once the project is accepted. Asked where projects are
published. Design.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.funds import ACCEPTED, EXPENSE, PROJECTS, fund_years, projects
from disclosure.table_rules.sheet import amount, day, text

CODE = Code(
    "fund-project-payments",
    zh="项目 {project}：{reason_zh}",
    en="project {project}: {reason_en}",
    hint_zh="请核对支出分录的项目编号、日期和金额，以及项目表的合同金额、结算金额和议决日期",
    hint_en="check number, day and amount of the entry, and contract, settlement and decision",
)


@books_rule(CODE, PROJECTS)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield payments for unknown or undecided projects, and the one that exceeds the limit."""
    found = {(key[0], key[2]): line for key, line in projects(books).items()}
    if not found:
        return
    paid: dict[tuple[str, str], Decimal] = {}
    for (division, _), lines in fund_years(books).items():
        for line in lines:
            row = line[1]
            number = text(row, "project_no")
            if text(row, "entry_kind") != EXPENSE or not number:
                continue
            project = found.get((division, number))
            if project is None:
                yield problem(line, "project_no", number, "项目表中没有这个项目", "not published")
                continue
            decided, on = day(project[1], "decided_on"), day(row, "entry_date")
            if decided and on and on <= decided:
                zh = f"{on} 支出，不晚于议决日期 {decided}"
                yield problem(line, "entry_date", number, zh, f"paid {on}, decided {decided}")
            before = paid.get((division, number), Decimal(0))
            paid[division, number] = total = before + (amount(row, "amount") or 0)
            limit, name = limit_of(project)
            if limit is not None and total > limit >= before:
                zh = f"支出累计 {total:.2f}，超过{name} {limit:.2f}"
                yield problem(line, "amount", number, zh, f"{total:.2f} paid, limit {limit:.2f}")


def limit_of(project: Line) -> tuple[Decimal | None, str]:
    """Return how much may be paid for a project, and which figure says so."""
    row = project[1]
    settled = amount(row, "settled_amount")
    if text(row, "status") == ACCEPTED and settled is not None:
        return settled, "结算金额"
    return amount(row, "contract_amount"), "合同金额"


def problem(line: Line, column: str, project: str, zh: str, en: str) -> Problem:
    """Return the problem of one payment."""
    sheet, row = line
    value = row.cells.get(column)
    return sheet.problem(CODE, row, column, value, project=project, reason_zh=zh, reason_en=en)
