"""ledger-entries-gapless: the lines of an account and month are not numbered 1, 2, 3 ... Design.

A number left out may be a line left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.ledger_plain import is_plain
from disclosure.table_rules.ledgers import TABLE, number_of, runs

CODE = Code(
    "ledger-entries-gapless",
    zh="账户“{account}”{period} 的{title}是 {value}，此处应为 {expected}",
    en="line {value} of account {account} in {period}, expected {expected}",
    hint_zh="同一账户同一期间从 1 起连续编号；确有漏记的请补记",
    hint_en="number from 1 without gaps; add the line that is missing",
)


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield the first number of every account and month that breaks the sequence."""
    if is_plain(books):
        return
    for (_, account), month, lines in runs(books):
        for expected, line in enumerate(lines, 1):
            number = number_of(line)
            if number != expected:
                sheet, row = line
                yield sheet.problem(
                    CODE, row, "entry_no", number, account=account, period=month, expected=expected
                )
                break
