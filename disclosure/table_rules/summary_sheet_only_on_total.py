"""summary-sheet-only-on-total: a single account is given assets, liabilities or equity. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import ALL, Sheet, amount
from disclosure.table_rules.summaries import TABLE

CODE = Code(
    "summary-sheet-only-on-total",
    zh="账户“{account}”填了{title} {value}，这一列只在合计行（ALL）填写",
    en="account {account} gives {value}; this column stands on the row ALL only",
    hint_zh="请把这一格清空，数额写在 ALL 一行",
    hint_en="clear the cell and give the figure on the row ALL",
)
COLUMNS = ("assets_total", "liabilities_total", "equity_total")


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every figure of the balance sheet that stands on the row of one account."""
    for row in sheet.rows:
        if row.cells["account_id"] == ALL:
            continue
        for column in COLUMNS:
            value = amount(row, column)
            if value is not None:
                yield sheet.problem(CODE, row, column, value, account=row.cells["account_id"])
