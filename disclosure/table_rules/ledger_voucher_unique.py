"""ledger-voucher-unique: a voucher number is used again in the same account and year.

Lines of one voucher split over several rows bear the same day. Design.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.ledger_plain import is_plain
from disclosure.table_rules.ledgers import TABLE, accounts
from disclosure.table_rules.sheet import day, text

CODE = Code(
    "ledger-voucher-unique",
    zh="账户“{account}”的{title} {value} 已用于 {other} 的分录，本行是 {day}",
    en="voucher {value} of {day} was used on {other} already",
    hint_zh="请核对凭证号；一张凭证分多行记账的，各行记账日期应相同",
    hint_en="check the number; the lines of one voucher bear the same day",
)


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every line whose voucher number stands for another day of the year too."""
    if is_plain(books):
        return
    for (_, account), by_month in accounts(books).items():
        seen: dict[tuple[str, str], date] = {}
        for month, lines in by_month.items():
            for line in lines:
                on, voucher = day(line[1], "entry_date"), text(line[1], "voucher_no")
                if on is None or not voucher:
                    continue
                first = seen.setdefault((month[:4], voucher), on)
                if first != on:
                    yield problem(line, account, voucher, on, first)


def problem(line: Line, account: str, voucher: str, on: date, first: date) -> Problem:
    """Return the problem of one line."""
    sheet, row = line
    return sheet.problem(CODE, row, "voucher_no", voucher, account=account, day=on, other=first)
