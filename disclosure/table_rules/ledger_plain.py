"""Ledgers that are plainly in order: accepted by their columns, so that no row need be made.

What is accepted here no rule of ledgers finds anything in; what is not is looked at row by row.
Accepted are tables of one account and month each, without transfers and reversals, that are
gapless chains from the balance they begin with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from operator import add, eq

from disclosure.dataset import Value
from disclosure.table_rules.books import Books
from disclosure.table_rules.ledgers import TABLE, Account, balance_before

EARNED, SPENT = "收入", "支出"
ONE = ("division_code", "account_id", "period")
AMOUNTS = {"amount", "balance"}
Columns = Mapping[str, Sequence[Value]]


@lru_cache(maxsize=1)
def is_plain(books: Books) -> bool:
    """Tell whether every ledger of the division is plainly in order."""
    by_account = plain_months(books)
    if by_account is None:
        return False
    for account, by_month in by_account.items():
        closings = {month: columns["balance"][-1] for month, columns in by_month.items()}
        for month, columns in by_month.items():
            opening, _ = balance_before(account, month, closings, books)
            if not is_chain(columns, opening):
                return False
    return True


def plain_months(books: Books) -> dict[Account, dict[str, Columns]] | None:
    """Return the ledgers by account and month; None where any is not plain by itself.

    Nor are they where two share a month, or a voucher stands for two days of a year.
    """
    found: dict[Account, dict[str, Columns]] = defaultdict(dict)
    days: dict[tuple[Account, str], dict[Value, Value]] = defaultdict(dict)
    for sheet in books.of(TABLE):
        columns = sheet.values.columns
        if columns is None or not sheet.rows or not is_plain_month(columns):
            return None
        division, account, month = (str(columns[name][0]) for name in ONE)
        months = found[division, account]
        if month in months:
            return None
        months[month] = columns
        vouchers, on_days = columns["voucher_no"], columns["entry_date"]
        first_days = map(days[(division, account), month[:4]].setdefault, vouchers, on_days)
        if not all(map(eq, first_days, on_days)):
            return None
    return found


def is_plain_month(columns: Columns) -> bool:
    """Tell whether a table holds one account and month, numbered from 1, and plain lines alone."""
    if any(len(set(columns[name])) > 1 for name in ONE):
        return False
    numbers = columns["entry_no"]
    if not all(map(eq, numbers, range(1, len(numbers) + 1))):
        return False
    if any(columns.get("reversal_of", ())) or not columns.keys() >= AMOUNTS:
        return False
    if any(set(map(type, columns[name])) != {Decimal} for name in AMOUNTS):
        return False  # a blank one
    return {EARNED, SPENT}.issuperset(columns["direction"])


def is_chain(columns: Columns, opening: Value) -> bool:
    """Tell whether every balance is the one before it and what was earned or spent."""
    balances = columns["balance"]
    changes = (
        amount if direction == EARNED else -amount  # type: ignore[operator]  # amounts are filled
        for amount, direction in zip(columns["amount"], columns["direction"], strict=True)
    )
    first = next(changes)
    if opening is not None and balances[0] != add(opening, first):
        return False
    expected = map(add, balances, changes)
    return all(map(eq, expected, islice(balances, 1, None)))
