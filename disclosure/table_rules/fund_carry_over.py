"""fund-carry-over: what a year carries over is not its first entry, or not last year's balance.

Asked of the balance where the year before is published. Design.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.funds import CARRIED, LEDGER, fund_years, number_of
from disclosure.table_rules.sheet import amount, text

CODE = Code(
    "fund-carry-over",
    zh="{year}年度上年结转是 {value}，{reason_zh}",
    en="{value} carried over into {year}: {reason_en}",
    hint_zh="上年结转记为当年第 1 笔，金额等于上一年度最后一笔的余额",
    hint_en="enter it first, with the balance of last year's last entry",
)


@books_rule(CODE, LEDGER)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield what is carried over late, doubly, wrongly or not at all."""
    years = fund_years(books)
    for (division, year), lines in years.items():
        carried = [line for line in lines if text(line[1], "entry_kind") == CARRIED]
        for line in carried:
            if number_of(line) != 1:
                yield problem(line, year, "应为当年第 1 笔", "it must be the first entry")
        last = years.get((division, year - 1))
        if not last or number_of(lines[0]) != 1:
            continue
        closing = amount(last[-1][1], "balance")
        first = carried[0] if carried else None
        value = amount(first[1], "amount") if first else None
        if closing is not None and (value or 0) != closing:
            yield problem(
                first or lines[0],
                year,
                f"上一年度末的余额是 {closing:.2f}",
                f"last year closed with {closing:.2f}",
                is_missing=first is None,
            )


def problem(line: Line, year: int, zh: str, en: str, *, is_missing: bool = False) -> Problem:
    """Return the problem at the entry that carries over, or at the first where none does."""
    sheet, row = line
    value = None if is_missing else amount(row, "amount")
    return sheet.problem(CODE, row, "amount", value, year=year, reason_zh=zh, reason_en=en)
