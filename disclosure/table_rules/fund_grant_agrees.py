"""fund-grant-agrees: a village enters another grant than what was published for it (E0301).

Compared are the village's own E0301 and that of its township and county, each by itself, up to the
last day of the ledger. Design.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.funds import ALLOCATION, GRANT, LEDGER, Year, fund_years, year_of
from disclosure.table_rules.sheet import Sheet, amount, day, text

CODE = Code(
    "fund-grant-agrees",
    zh="{year}年度上级拨付合计 {value}，{publisher}公布的拨付金额是 {expected}",
    en="grants of {year} add up to {value}, published were {expected}",
    hint_zh="请与拨款文件和银行回单核对；公布方有误的，请其更正",
    hint_en="check the grant document and the bank's receipt, or have the publisher correct it",
)


@books_rule(CODE, LEDGER)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield, for every budget year and every body that published its grants, what differs."""
    for year, lines in fund_years(books).items():
        grants = [line for line in lines if text(line[1], "entry_kind") == GRANT]
        last = max((on for line in lines if (on := end_of(line))), default=None)
        if last is None:
            continue
        total = total_of(grants)
        for publisher, published in published_grants(books, year, last).items():
            if published != total:
                sheet, row = (grants or lines)[0]
                yield sheet.problem(
                    CODE, row, "amount", total, year=year[1], publisher=publisher,
                    expected=published,
                )  # fmt: skip


def published_grants(books: Books, year: Year, last: date) -> dict[str, Decimal]:
    """Return what each body published as granted for a division and year until a day."""
    found: dict[str, dict[tuple[int, str], Line]] = {}
    for sheet in (*books.of(LEDGER), *books.above.get(LEDGER, ())):
        if sheet.code != ALLOCATION:
            continue
        for line in grants_of(sheet, year):
            on, number = day(line[1], "entry_date"), text(line[1], "voucher_no")
            if on and on <= last:
                key = int(str(line[1].cells["entry_no"])), number
                found.setdefault(sheet.entry.publisher, {})[key] = line
    return {publisher: total_of(list(lines.values())) for publisher, lines in found.items()}


def grants_of(sheet: Sheet, year: Year) -> Iterator[Line]:
    """Yield the grants a sheet gives for a division and year."""
    for row in sheet.rows:
        if year_of((sheet, row)) == year and text(row, "entry_kind") == GRANT:
            yield sheet, row


def total_of(lines: list[Line]) -> Decimal:
    """Return the sum of some lines."""
    return sum((amount(row, "amount") or Decimal(0) for _, row in lines), Decimal(0))


def end_of(line: Line) -> date | None:
    """Return the day until which a line's publication tells everything."""
    period = line[0].entry.period
    return period.last if period else day(line[1], "entry_date")
