"""ledger-transfers-net: what left the accounts of a village in a month reached none of them.

Transfers move money between accounts of one village: in and out are equal. Design.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.ledger_plain import is_plain
from disclosure.table_rules.ledgers import TABLE, runs
from disclosure.table_rules.sheet import amount, text

CODE = Code(
    "ledger-transfers-net",
    zh="{period} 各账户转入合计 {value}，转出合计 {expected}，两者应当相等",
    en="transfers of {period}: {value} in, {expected} out; they must be equal",
    hint_zh="请核对转账的两笔分录：转出账户记“转出”，转入账户记“转入”，金额相同、月份相同",
    hint_en="a transfer is two lines, out of one account and into the other, in one month",
)
IN, OUT = "转入", "转出"


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield the first transfer of every month whose transfers do not cancel out."""
    if is_plain(books):
        return
    sums: dict[tuple[str, str], dict[str, Decimal]] = {}
    first: dict[tuple[str, str], Line] = {}
    for (division, _), month, lines in runs(books):
        for line in lines:
            direction = text(line[1], "direction")
            if direction in (IN, OUT):
                at = division, month
                first.setdefault(at, line)
                total = sums.setdefault(at, {IN: Decimal(0), OUT: Decimal(0)})
                total[direction] += amount(line[1], "amount") or 0
    for at, total in sums.items():
        if total[IN] != total[OUT]:
            sheet, row = first[at]
            yield sheet.problem(CODE, row, "amount", total[IN], period=at[1], expected=total[OUT])
