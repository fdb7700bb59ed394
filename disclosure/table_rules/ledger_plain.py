"""A long ledger that is plainly in order: accepted by its columns, so that no row need be made.

What is accepted here no rule of ledgers finds anything in; what is not is looked at row by row.
Accepted is one table of one account and month without transfers and reversals: a gapless chain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import add, eq

from disclosure.dataset import Value
from disclosure.table_rules.books import Books
from disclosure.table_rules.summaries import opening_of

TABLE = "village_ledger"
EARNED, SPENT = "收入", "支出"
ONE = ("division_code", "account_id", "period")


@lru_cache(maxsize=1)
def is_plain(books: Books) -> bool:
    """Tell whether the division's only ledger is long and plainly in order."""
    sheets = books.of(TABLE)
    columns = sheets[0].values.columns if len(sheets) == 1 else None
    if columns is None or any(len(set(columns[name])) > 1 for name in ONE):
        return False
    if list(columns["entry_no"]) != list(range(1, len(columns["entry_no"]) + 1)):
        return False
    if set(columns.get("reversal_of", ())) - {None}:
        return False
    vouchers, days = columns["voucher_no"], columns["entry_date"]
    if len(set(zip(vouchers, days, strict=True))) > len(set(vouchers)):
        return False
    division, account, month = (str(columns[name][0]) for name in ONE)
    return set(columns["direction"]) <= {EARNED, SPENT} and is_chain(
        columns, opening_of(books, (division, account), month)
    )


def is_chain(columns: Mapping[str, Sequence[Value]], opening: Value) -> bool:
    """Tell whether every balance is the one before it and what was earned or spent."""
    balances = columns.get("balance")
    if not balances or has_blank(balances) or has_blank(columns["amount"]):
        return False
    changes = [
        amount if direction == EARNED else -amount  # type: ignore[operator]  # amounts are filled
        for amount, direction in zip(columns["amount"], columns["direction"], strict=True)
    ]
    if opening is not None and balances[0] != add(opening, changes[0]):
        return False
    expected = map(add, balances, islice(changes, 1, None))
    return all(map(eq, expected, islice(balances, 1, None)))


def has_blank(column: Sequence[Value]) -> bool:
    """Tell whether a cell is blank; `in` would compare every amount with None."""
    return any(value is None for value in column)
