"""summary-total-row: ALL is not the sum of the accounts, or a quarter not that of its months.

A quarter takes its opening balance from its first month and its closing balance from its last; the
transfers of all accounts net to zero. Design.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import ALL, amount, amounts
from disclosure.table_rules.summaries import MOVES, TABLE, months_within, summaries

CODE = Code(
    "summary-total-row",
    zh="账户“{account}”{period} 的{title}是 {value}，{source}为 {expected}",
    en="{period} of account {account}: {value}, expected {expected}",
    hint_zh="请重新合计；合计无误的，核对被合计的各行",
    hint_en="add up again; if the total is right, check the rows it is made of",
)
COLUMNS = ("opening", *MOVES, "closing")


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every figure of a total that its parts do not give."""
    found = summaries(books)
    parts: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for (division, account, period), line in found.items():
        if account != ALL:
            parts[division, period].append(line)
    for (division, account, period), line in found.items():
        if account == ALL:
            yield from of_accounts(line, parts[division, period], period)
            yield from of_transfers(line, period)
        months = [found.get((division, account, month)) for month in months_within(period)]
        lines = [month for month in months if month is not None]
        if len(lines) == len(months) > 1:
            yield from of_months(line, lines, account, period)


def of_accounts(total: Line, accounts: Sequence[Line], period: str) -> Iterator[Problem]:
    """Yield the figures of the row ALL that are not the sum of the accounts."""
    for column in COLUMNS if accounts else ():
        yield from compare(total, column, accounts, ALL, period, "各账户合计")


def of_transfers(total: Line, period: str) -> Iterator[Problem]:
    """Yield the problem of money that left one account and reached none, or the other way."""
    sheet, row = total
    given = amounts(row, "transfer_in", "transfer_out")
    if given and given[0] != given[1]:
        yield sheet.problem(
            CODE,
            row,
            "transfer_in",
            given[0],
            account=ALL,
            period=period,
            source="与转出应当相抵，转出",
            expected=given[1],
        )


def of_months(
    quarter: Line, months: Sequence[Line], account: str, period: str
) -> Iterator[Problem]:
    """Yield the figures of a quarter that its three months do not give."""
    yield from compare(quarter, "opening", months[:1], account, period, "首月期初余额")
    for column in MOVES:
        yield from compare(quarter, column, months, account, period, "三个月合计")
    yield from compare(quarter, "closing", months[-1:], account, period, "末月期末余额")


def compare(
    total: Line, column: str, parts: Sequence[Line], account: str, period: str, source: str
) -> Iterator[Problem]:
    """Yield the problem where a figure is not the sum of its parts."""
    sheet, row = total
    value = amount(row, column)
    expected = sum((amount(part, column) or Decimal(0) for _, part in parts), Decimal(0))
    if value is not None and value != expected:
        yield sheet.problem(
            CODE,
            row,
            column,
            value,
            account=account,
            period=period,
            source=source,
            expected=expected,
        )
