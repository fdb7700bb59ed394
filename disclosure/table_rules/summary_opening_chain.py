"""summary-opening-chain: a period does not open where the period before it closed.

Months follow months, quarters follow quarters, also from one publication to the next. Design.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books
from disclosure.table_rules.calendar_months import before
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import amount
from disclosure.table_rules.summaries import TABLE, summaries

CODE = Code(
    "summary-opening-chain",
    zh="账户“{account}”{period} 的{title}是 {value}，与 {earlier} 的期末余额 {expected} 不符",
    en="{period} opens with {value}, but {earlier} closed with {expected}",
    hint_zh="请核对上期期末数；上期有误的，先更正上期，再改本期",
    hint_en="check the period before; if it was wrong, correct it first",
)


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every opening balance that differs from the closing balance before it."""
    found = summaries(books)
    for (division, account, period), (sheet, row) in found.items():
        earlier = before(period)
        line = found.get((division, account, earlier))
        if line is None:
            continue
        opening, closing = amount(row, "opening"), amount(line[1], "closing")
        if opening is not None and closing is not None and opening != closing:
            yield sheet.problem(
                CODE,
                row,
                "opening",
                opening,
                account=account,
                period=period,
                earlier=earlier,
                expected=closing,
            )
