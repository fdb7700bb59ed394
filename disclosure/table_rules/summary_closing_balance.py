"""summary-closing-balance: a row's closing balance does not follow from its own amounts.

《农村集体经济组织财务公开规定》（农经发〔2011〕13号） asks for these figures; read in part.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amounts
from disclosure.table_rules.summaries import MOVES, TABLE

CODE = Code(
    "summary-closing-balance",
    zh="账户“{account}”{period} 的{title}是 {value}，"
    "按期初加收入、转入，减支出、转出应为 {expected}",
    en="the closing balance is {value}; opening and movements give {expected}",
    hint_zh="请对照银行对账单核对本行的六个金额",
    hint_en="check the six amounts of the row against the bank statement",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every row whose closing balance does not follow from the row."""
    for row in sheet.rows:
        given = amounts(row, "opening", *MOVES, "closing")
        if given is None:
            continue
        opening, income, expense, received, sent, closing = given
        expected = opening + income + received - expense - sent
        if closing != expected:
            yield sheet.problem(
                CODE,
                row,
                "closing",
                closing,
                account=row.cells["account_id"],
                period=row.cells["period"],
                expected=expected,
            )
