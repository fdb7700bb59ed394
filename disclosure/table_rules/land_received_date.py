"""land-received-date: money was received and the day is not given. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.land import TABLE
from disclosure.table_rules.sheet import Sheet, amount, day

CODE = Code(
    "land-received-date",
    zh="{item}已到账 {received}，没有填写{title}",
    en="{received} was received without a day",
    hint_zh="请在到账日期（received_on）一列填写银行回单的日期",
    hint_en="give the day of the bank's receipt in received_on",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every item received on no day."""
    for row in sheet.rows:
        received = amount(row, "received")
        if received and day(row, "received_on") is None:
            yield sheet.problem(
                CODE, row, "received_on", "", item=row.cells["item"], received=received
            )
