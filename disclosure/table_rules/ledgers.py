"""The ledger of a village by account and month: what several rules look through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from disclosure.dataset import Value
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.calendar_months import months_of
from disclosure.table_rules.sheet import amount, count, text
from disclosure.table_rules.summaries import opening_of

TABLE = "village_ledger"
SUMMARY, LAST_MONTH = "汇总表期初余额", "上月末余额"
IN = frozenset({"收入", "转入"})
Account = tuple[str, str]  # division code and account


@lru_cache(maxsize=1)
def accounts(books: Books) -> dict[Account, dict[str, list[Line]]]:
    """Return the lines of every account by month, months ascending, lines by number."""
    found: dict[Account, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for line in books.lines(TABLE):
        cells = line[1].cells
        account = str(cells["division_code"]), str(cells["account_id"])
        found[account][str(cells["period"])].append(line)
    return {
        account: {month: sorted(lines, key=number_of) for month, lines in sorted(by_month.items())}
        for account, by_month in found.items()
    }


def number_of(line: Line) -> int:
    """Return the number of a line inside its account and month."""
    return count(line[1], "entry_no") or 0


def effect(line: Line) -> Decimal:
    """Return what a line adds to its account; money going out is negative."""
    value = amount(line[1], "amount") or Decimal(0)
    return value if text(line[1], "direction") in IN else -value


@lru_cache(maxsize=1)
def published_months(books: Books) -> frozenset[str]:
    """Return the months whose ledger is published, be it a nil report."""
    found: set[str] = set()
    for sheet in books.of(TABLE):
        found.update(map(str, sheet.distinct("period")))
    for entry in books.entries:
        if entry.period and books.table_by_category.get(entry.category) == TABLE:
            found.update(months_of(entry.period))
    return frozenset(found)


def runs(books: Books) -> Iterator[tuple[Account, str, Sequence[Line]]]:
    """Yield every account's lines month by month."""
    for account, by_month in accounts(books).items():
        for month, lines in by_month.items():
            yield account, month, lines


def balance_before(
    account: Account, month: str, closings: Mapping[str, Value], books: Books
) -> tuple[Value, str]:
    """Return the balance a month starts from and what it is called; None where nothing tells.

    `closings` are the last balances of the account by month.
    """
    opening = opening_of(books, account, month)
    if opening is not None:
        return opening, SUMMARY
    published = published_months(books)
    earlier = month_before(month)
    while earlier in published:
        if earlier in closings:
            return closings[earlier], LAST_MONTH
        earlier = month_before(earlier)  # the account did not move that month
    return None, ""


def month_before(month: str) -> str:
    """Return the month before one: 2025-12 for 2026-01."""
    year, number = int(month[:4]), int(month[5:7])
    return f"{year - 1}-12" if number == 1 else f"{year}-{number - 1:02}"
