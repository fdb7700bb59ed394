"""The summaries of a village by account and period: what several rules look up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from disclosure.period import parse_period
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.calendar_months import months_of
from disclosure.table_rules.sheet import amount

TABLE = "village_summary"
MOVES = ("income", "expense", "transfer_in", "transfer_out")
Key = tuple[str, str, str]  # division code, account, period


@lru_cache(maxsize=1)
def summaries(books: Books) -> dict[Key, Line]:
    """Return the line of every account and period, that of the latest publication."""
    return {key_of(line): line for line in books.lines(TABLE)}


def key_of(line: Line) -> Key:
    """Return division, account and period of a line."""
    cells = line[1].cells
    return str(cells["division_code"]), str(cells["account_id"]), str(cells["period"])


def opening_of(books: Books, account: tuple[str, str], month: str) -> Decimal | None:
    """Return the opening balance of an account in a month, also from a quarter it begins."""
    found = summaries(books)
    line = found.get((*account, month))
    if line is None and month[5:] in ("01", "04", "07", "10"):
        line = found.get((*account, f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"))
    return amount(line[1], "opening") if line else None


@lru_cache(maxsize=256)
def months_within(period: str) -> Sequence[str]:
    """Return the months of a period as written in a table; none where it is no period."""
    parsed = parse_period(period)
    return months_of(parsed) if parsed else ()
