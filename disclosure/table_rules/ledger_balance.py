"""ledger-balance: a line's balance is not the one before it plus what came in, minus what went out.

The first line of a month starts from the opening balance of the summary of the same account and
month (of the quarter in its first month), else from where the months before ended. Design of this
catalogue, after the form of every cash book.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.ledger_plain import is_plain
from disclosure.table_rules.ledgers import (
    TABLE,
    Account,
    accounts,
    effect,
    month_before,
    published_months,
)
from disclosure.table_rules.sheet import amount, text
from disclosure.table_rules.summaries import opening_of

CODE = Code(
    "ledger-balance",
    zh="“{title}”是 {value}，应为 {expected}：{origin} {before}，本行{direction} {amount}",
    en="the balance is {value}, expected {expected}: {before} before, {amount} on this line",
    hint_zh="请核对本行的金额、收支方向和余额；起算的余额也可能有误",
    hint_en="check amount, direction and balance of the line, and the balance before it",
)
ABOVE, SUMMARY, LAST_MONTH = "上一行余额", "汇总表期初余额", "上月末余额"


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every line whose balance does not follow from the one before it."""
    if is_plain(books):
        return
    for account, by_month in accounts(books).items():
        for month, lines in by_month.items():
            before, origin = start(account, month, by_month, books)
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


def start(
    account: Account, month: str, by_month: dict[str, list[Line]], books: Books
) -> tuple[Decimal | None, str]:
    """Return the balance a month starts from and what it is called; None where nothing tells."""
    opening = opening_of(books, account, month)
    if opening is not None:
        return opening, SUMMARY
    published = published_months(books)
    earlier = month_before(month)
    while earlier in published:
        if earlier in by_month:
            return amount(by_month[earlier][-1][1], "balance"), LAST_MONTH
        earlier = month_before(earlier)  # the account did not move that month
    return None, ""
