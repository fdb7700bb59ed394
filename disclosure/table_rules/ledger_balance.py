"""ledger-balance: a line's balance is not the one before it plus what came in, minus what went out.

The first line of a month starts from the opening balance of the summary of the same account and
month (of the quarter in its first month), else from where the months before ended. Design of this
catalogue, after the form of every cash book.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.ledger_plain import is_plain
from disclosure.table_rules.ledgers import TABLE, accounts, balance_before, effect
from disclosure.table_rules.sheet import amount, text

CODE = Code(
    "ledger-balance",
    zh="“{title}”是 {value}，应为 {expected}：{origin} {before}，本行{direction} {amount}",
    en="the balance is {value}, expected {expected}: {before} before, {amount} on this line",
    hint_zh="请核对本行的金额、收支方向和余额；起算的余额也可能有误",
    hint_en="check amount, direction and balance of the line, and the balance before it",
)
ABOVE = "上一行余额"


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every line whose balance does not follow from the one before it."""
    if is_plain(books):
        return
    for account, by_month in accounts(books).items():
        closings = {month: amount(lines[-1][1], "balance") for month, lines in by_month.items()}
        for month, lines in by_month.items():
            opening, origin = balance_before(account, month, closings, books)
            before = opening if isinstance(opening, Decimal) else None
            for line in lines:
                sheet, row = line
                balance, change = amount(row, "balance"), effect(line)
                if balance is None:
                    before = None
                    continue
                if before is not None and balance != before + change:
                    yield sheet.problem(
                        CODE,
                        row,
                        "balance",
                        balance,
                        expected=before + change,
                        before=before,
                        origin=origin,
                        direction=text(row, "direction"),
                        amount=amount(row, "amount"),
                    )
                before, origin = balance, ABOVE
