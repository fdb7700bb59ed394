"""fund-ledger-balance: a fund's balance does not follow from the line before it.

The lines of a budget year are one chain, also from one publication to the next; less than 0 is
refused by the schema. Design.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.funds import LEDGER, effect, fund_years, number_of
from disclosure.table_rules.sheet import amount, text

CODE = Code(
    "fund-ledger-balance",
    zh="{year}年度第 {number} 笔的{title}是 {value}，应为 {expected}："
    "上一笔余额 {before}，本笔{kind} {amount}",
    en="the balance of entry {number} of {year} is {value}, expected {expected}",
    hint_zh="请核对本笔的类别和金额，以及上一笔的余额",
    hint_en="check kind and amount of the entry, and the balance before it",
)


@books_rule(CODE, LEDGER)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every line whose balance does not follow from the one before it."""
    for (_, year), lines in fund_years(books).items():
        before: Decimal | None = Decimal(0)
        last = 0
        for line in lines:
            sheet, row = line
            balance, number = amount(row, "balance"), number_of(line)
            if number != last + 1:
                before = None  # a number is missing, which is fund-entries-gapless
            if balance is not None and before is not None and balance != before + effect(line):
                yield sheet.problem(
                    CODE,
                    row,
                    "balance",
                    balance,
                    year=year,
                    number=number,
                    before=before,
                    kind=text(row, "entry_kind"),
                    amount=amount(row, "amount"),
                    expected=before + effect(line),
                )
            before, last = balance, number
