"""roster-paid-date: money was paid and the day is not given. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.rosters import TABLE
from disclosure.table_rules.sheet import Sheet, amount, day

CODE = Code(
    "roster-paid-date",
    zh="实付金额是 {paid}，没有填写{title}",
    en="{paid} was paid without a day",
    hint_zh="请填写发放日期（paid_on）；还没有发放的，实付金额写 0.00",
    hint_en="give paid_on; what was not paid yet is 0.00",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every payment on no day."""
    for row in sheet.rows:
        paid = amount(row, "amount_paid")
        if paid and day(row, "paid_on") is None:
            yield sheet.problem(CODE, row, "paid_on", "", paid=paid)
