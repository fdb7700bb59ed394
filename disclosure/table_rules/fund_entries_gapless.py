"""fund-entries-gapless: the entries of a budget year are not numbered 1, 2, 3 ... Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.funds import LEDGER, fund_years, number_of

CODE = Code(
    "fund-entries-gapless",
    zh="{year}年度的{title}是 {value}，此处应为 {expected}",
    en="entry {value} of {year}, expected {expected}",
    hint_zh="同一预算年度从 1 起连续编号，跨季度接着编；确有漏记的请补记",
    hint_en="number through the budget year from 1; add the entry that is missing",
)


@books_rule(CODE, LEDGER)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield the first number of every budget year that breaks the sequence."""
    for (_, year), lines in fund_years(books).items():
        for expected, line in enumerate(lines, 1):
            if number_of(line) != expected:
                sheet, row = line
                yield sheet.problem(
                    CODE, row, "entry_no", number_of(line), year=year, expected=expected
                )
                break
