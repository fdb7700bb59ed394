"""The newest ledger in four sums: what there was, what came in, what went out, what is left.

A table is a ledger where it follows the standard table `village_ledger` and has its columns; its
sums are shown only where they add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from msgspec import Struct

from disclosure.dataset import DataTable
from disclosure.entry import Entry
from disclosure.sites.site import Site

LEDGER = "village_ledger"
COLUMNS = ("account_id", "period", "entry_no", "direction", "summary", "amount", "balance")
SIGNS = {"收入": 1, "转入": 1, "支出": -1, "转出": -1}
TRANSFERS = ("转入", "转出")


class Line(Struct, frozen=True):
    """One line of a ledger; `amount` is what it adds to the balance, `balance` is after it.

    A reversal in red stays on its side of the account: `is_in` is by direction, not by sign.
    """

    account: str
    period: str
    number: int
    summary: str
    amount: Decimal
    balance: Decimal
    is_in: bool
    is_transfer: bool


class Sums(Struct, frozen=True):
    """A ledger in sums, in yuan, over all its accounts.

    What moves between them is neither inflow nor outflow; only where it does not cancel out it is
    counted, and `has_transfers` says so.

    `address` is that of its page without `.html`; `count` is the number of all lines;
    `largest` are those that are no transfer, the largest first.
    """

    title: str
    address: str
    period: str
    opening: Decimal
    inflow: Decimal
    outflow: Decimal
    closing: Decimal
    has_transfers: bool
    count: int
    largest: tuple[Line, ...]


def newest_ledger(site: Site) -> Sums | None:
    """Return the sums of the newest ledger that has lines and adds up; None where there is none."""
    ledgers = [entry for entry in site.visible() if entry.period and any(ledger_tables(entry))]
    for entry in sorted(ledgers, key=newness, reverse=True):
        sums = sum_up(entry)
        if sums:
            return sums
    return None


def newness(entry: Entry) -> tuple[object, ...]:
    """Return what sorts the ledger of the latest and shortest period last."""
    assert entry.period is not None
    return (entry.period.last, entry.period.first, entry.address)


def ledger_tables(entry: Entry) -> Iterator[DataTable]:
    """Yield the tables of a package that are ledgers."""
    return (
        table
        for table in entry.tables
        if table.table == LEDGER and set(COLUMNS) <= set(table.columns)
    )


def sum_up(entry: Entry) -> Sums | None:
    """Return the sums of a package's ledger; None where it has no lines or does not add up."""
    try:
        lines = [line_of(row) for table in ledger_tables(entry) for row in rows_of(table)]
    except (InvalidOperation, ValueError, KeyError):
        return None
    accounts: dict[str, list[Line]] = {}
    for line in sorted(lines, key=lambda line: (line.account, line.period, line.number)):
        accounts.setdefault(line.account, []).append(line)
    if not accounts or not all(map(is_continuous, accounts.values())):
        return None
    has_transfers = bool(total(line.amount for line in lines if line.is_transfer))
    counted = [line for line in lines if has_transfers or not line.is_transfer]
    opening = total(some[0].balance - some[0].amount for some in accounts.values())
    closing = total(some[-1].balance for some in accounts.values())
    return Sums(
        title=entry.title,
        address=entry.address,
        period=entry.period.zh if entry.period else "",
        opening=opening,
        inflow=total(line.amount for line in counted if line.is_in),
        outflow=-total(line.amount for line in counted if not line.is_in),
        closing=closing,
        has_transfers=has_transfers,
        count=len(lines),
        largest=tuple(sorted((line for line in lines if not line.is_transfer), key=weight)),
    )


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Return a sum of yuan."""
    return sum(amounts, Decimal())


def weight(line: Line) -> tuple[Decimal, str, str, int]:
    """Return what sorts the largest amount first, ties as the ledger has them."""
    return (-abs(line.amount), line.account, line.period, line.number)


def is_continuous(lines: list[Line]) -> bool:
    """Tell whether every balance of one account follows from the one before."""
    return all(before.balance + after.amount == after.balance for before, after in pairwise(lines))


def rows_of(table: DataTable) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a table by column name."""
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)


def line_of(row: Mapping[str, str]) -> Line:
    """Return a row as a line of the ledger."""
    return Line(
        account=row["account_id"],
        period=row["period"],
        number=int(row["entry_no"]),
        summary=row["summary"],
        amount=SIGNS[row["direction"]] * Decimal(row["amount"]),
        balance=Decimal(row["balance"]),
        is_in=SIGNS[row["direction"]] > 0,
        is_transfer=row["direction"] in TRANSFERS,
    )
