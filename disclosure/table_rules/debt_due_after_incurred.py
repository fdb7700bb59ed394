"""debt-due-after-incurred: a claim or debt falls due before it came about. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, day

CODE = Code(
    "debt-due-after-incurred",
    zh="{claim} 的{title}是 {value}，不晚于发生日期 {incurred}",
    en="{claim} is due on {value}, it was incurred on {incurred}",
    hint_zh="请与借据或合同核对两个日期；没有约定到期日的，到期日留空",
    hint_en="check the two days; leave due_on blank where none was agreed",
)


@sheet_rule(CODE, "debt_claim")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every row due no later than it was incurred."""
    for row in sheet.rows:
        incurred, due = day(row, "incurred_on"), day(row, "due_on")
        if incurred and due and due <= incurred:
            yield sheet.problem(
                CODE, row, "due_on", due, claim=row.cells["claim_no"], incurred=incurred
            )
