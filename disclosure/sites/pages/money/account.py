"""The accounts of a village by month and year, worked out of its ledgers exactly to the fen.

What moves between accounts of the village is neither income nor expense. A month counts once, as it
was published last; a month without a ledger is a gap, and is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from disclosure.period import Period, Rhythm, period_zh
from disclosure.sites.pages.money.source import NOTHING, Source, packages_of, rows_of
from disclosure.sites.site import Site
from disclosure.table_rules.calendar_months import months_of

LEDGER = "village_ledger"
INCOME, EXPENSE, IN, OUT = "收入", "支出", "转入", "转出"
RISING = (INCOME, IN)


class Month(Struct, frozen=True):
    """One month over all accounts, in yuan; `url` is the page of its ledger."""

    text: str
    income: Decimal
    expense: Decimal
    transfer_in: Decimal
    transfer_out: Decimal
    opening: Decimal
    closing: Decimal
    url: str
    lines: tuple[Source, ...]

    @property
    def zh(self) -> str:
        return period_zh(self.text)


class Accounts(Struct, frozen=True):
    """The months from the first to the last; `balances` are those of each account at the end."""

    months: tuple[Month, ...]
    gaps: tuple[str, ...]
    balances: Mapping[str, Decimal]

    def year(self, number: int) -> tuple[Month, ...]:
        """Return the months of a year that have a ledger."""
        return tuple(month for month in self.months if month.text.startswith(f"{number}-"))

    @property
    def years(self) -> tuple[int, ...]:
        """The years with a ledger, the newest first."""
        return tuple(sorted({int(month.text[:4]) for month in self.months}, reverse=True))


def read_accounts(site: Site) -> Accounts | None:
    """Return the accounts of a division; None where it publishes no ledger."""
    urls = months_told(site)
    lines: dict[str, dict[tuple[str, int], Source]] = {}
    for line in rows_of(site, LEDGER):
        month = line.text("period")
        urls[month] = line.url
        key = line.text("account_id"), line.number("entry_no") or 0
        lines.setdefault(month, {})[key] = line
    if not lines:
        return None
    months: list[Month] = []
    balances = opening_balances(lines)
    for text in sorted(urls):
        some = [line for _, line in sorted(lines.get(text, {}).items())]
        before = sum(balances.values(), NOTHING)
        for line in some:
            balances[line.text("account_id")] = line.sum("balance")
        months.append(
            Month(
                text=text,
                income=total(some, INCOME),
                expense=total(some, EXPENSE),
                transfer_in=total(some, IN),
                transfer_out=total(some, OUT),
                opening=before,
                closing=sum(balances.values(), NOTHING),
                url=urls[text],
                lines=tuple(some),
            )
        )
    return Accounts(tuple(months), gaps_of(sorted(urls)), balances)


def months_told(site: Site) -> dict[str, str]:
    """Return the page of every month that a package reports to be without a line (nil)."""
    found: dict[str, str] = {}
    for entry in packages_of(site, LEDGER):
        if entry.period and entry.is_nil:
            for month in months_of(entry.period):
                found[month] = f"{entry.address}.html"
    return found


def opening_balances(
    lines: Mapping[str, Mapping[tuple[str, int], Source]],
) -> dict[str, Decimal]:
    """Return what each account held before its first line, in the order the ledgers name them."""
    named = dict.fromkeys(account for month in sorted(lines) for account, _ in lines[month])
    found: dict[str, Decimal] = {}
    for month in sorted(lines):
        for (account, _), line in sorted(lines[month].items()):
            found.setdefault(account, line.sum("balance") - effect(line))
    return {account: found[account] for account in named}


def effect(line: Source) -> Decimal:
    """Return what a line adds to its account; money going out is negative."""
    value = line.sum("amount")
    return value if line.text("direction") in RISING else -value


def total(lines: Iterable[Source], direction: str) -> Decimal:
    """Return the sum of one direction; a reversal in red takes away from its own."""
    return sum(
        (line.sum("amount") for line in lines if line.text("direction") == direction), NOTHING
    )


def sum_of(months: Iterable[Month], name: str) -> Decimal:
    """Return the sum of one figure over some months."""
    return sum((getattr(month, name) for month in months), NOTHING)


def gaps_of(months: list[str]) -> tuple[str, ...]:
    """Return the months between the first and the last that have no ledger."""
    first, last = (date.fromisoformat(f"{month}-01") for month in (months[0], months[-1]))
    stretch = Period(first, last, Rhythm.MONTHLY)
    return tuple(month for month in months_of(stretch) if month not in months)
