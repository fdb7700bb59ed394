"""ledger-amount-positive: an amount of 0, or a negative one that reverses no voucher. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.ledgers import TABLE
from disclosure.table_rules.sheet import Sheet, amount, text

CODE = Code(
    "ledger-amount-positive",
    zh="{title}是 {value}，除红字冲销外应大于零",
    en="the amount is {value}; only a reversal may be negative",
    hint_zh="请填写大于零的金额；红字冲销的，在“冲销凭证”写明原凭证号",
    hint_en="give an amount above 0; a reversal names its voucher in reversal_of",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every line whose amount is not above 0, reversals apart."""
    for row in sheet.rows_where(("amount",), lambda value: value is not None and value <= 0):
        value = amount(row, "amount")
        if value is not None and (not value or (value < 0 and not text(row, "reversal_of"))):
            yield sheet.problem(CODE, row, "amount", value)
