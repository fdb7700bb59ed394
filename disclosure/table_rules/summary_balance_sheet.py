"""summary-balance-sheet: assets are not liabilities plus equity on the row ALL. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import ALL, Sheet, amounts
from disclosure.table_rules.summaries import TABLE

CODE = Code(
    "summary-balance-sheet",
    zh="{period} 的{title}是 {value}，负债合计 {liabilities} 加所有者权益 {equity} 为 {expected}",
    en="assets are {value}; liabilities {liabilities} and equity {equity} give {expected}",
    hint_zh="请与资产负债表核对三个合计数",
    hint_en="check the three totals against the balance sheet",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every total row whose balance sheet does not balance."""
    for row in sheet.rows:
        given = amounts(row, "assets_total", "liabilities_total", "equity_total")
        if given is None or row.cells["account_id"] != ALL:
            continue
        assets, liabilities, equity = given
        if assets != liabilities + equity:
            yield sheet.problem(
                CODE,
                row,
                "assets_total",
                assets,
                period=row.cells["period"],
                liabilities=liabilities,
                equity=equity,
                expected=liabilities + equity,
            )
