"""fund-loan-cap: more is borrowed than the county allows for the year.

The cap is what the county or the village states as `controls.loan_cap` of a fund ledger; none is
built in, because no figure was read. Design.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.controls import stated_amount
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.funds import LEDGER, LOAN, REPAYMENT, Year, fund_years, year_of
from disclosure.table_rules.sheet import amount, text

CODE = Code(
    "fund-loan-cap",
    zh="{year}年度尚未归还的融资 {owed}，超过融资上限 {cap}",
    en="the loan of {year} stands at {owed}, the cap is {cap}",
    hint_zh="请核对融资借入和归还本金，以及上限（controls.loan_cap）",
    hint_en="check loans and repayments, and the cap stated as controls.loan_cap",
    severity=Severity.WARNING,
)
CAP = "loan_cap"


@books_rule(CODE, LEDGER)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every loan that lifts the debt above the cap; debts stay from year to year."""
    owed: dict[str, Decimal] = defaultdict(Decimal)
    for year, lines in fund_years(books).items():
        cap = cap_of(books, year)
        for sheet, row in lines:
            kind, value = text(row, "entry_kind"), amount(row, "amount") or Decimal(0)
            if kind == REPAYMENT:
                owed[year[0]] -= value
            if kind != LOAN:
                continue
            owed[year[0]] += value
            if cap is not None and owed[year[0]] > cap:
                yield sheet.problem(
                    CODE, row, "amount", value, year=year[1], owed=owed[year[0]], cap=cap
                )


def cap_of(books: Books, year: Year) -> Decimal | None:
    """Return the cap of a year: the village's own statement, else that of the place above."""
    for sheets in (books.of(LEDGER), books.above.get(LEDGER, ())):
        for sheet in reversed(sheets):
            cap = stated_amount(sheet.entry, CAP)
            if cap is not None and any(is_about((sheet, row), year) for row in sheet.rows):
                return cap
    return None


def is_about(line: Line, year: Year) -> bool:
    """Tell whether a line is about a division and budget year."""
    return year_of(line) == year
