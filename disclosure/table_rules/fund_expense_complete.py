"""fund-expense-complete: a payment from the fund names no project or no payee. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.funds import EXPENSE, LEDGER
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "fund-expense-complete",
    zh="第 {number} 笔是项目支出，没有填写{title}",
    en="entry {number} is a payment for a project without {field}",
    hint_zh="请填写项目编号（project_no）和收款单位（payee）",
    hint_en="give project_no and payee",
)


@sheet_rule(CODE, LEDGER)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every blank project number and payee of a payment."""
    for row in sheet.rows:
        if text(row, "entry_kind") != EXPENSE:
            continue
        for column in ("project_no", "payee"):
            if not text(row, column):
                yield sheet.problem(CODE, row, column, "", number=row.cells["entry_no"])
