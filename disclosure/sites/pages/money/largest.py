"""The largest lines of a ledger, each with the decision it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from disclosure.charts.bars import WIDTH
from disclosure.charts.scale import length
from disclosure.sites.pages.money.account import EXPENSE, INCOME
from disclosure.sites.pages.money.decisions import Decision, Decisions
from disclosure.sites.pages.money.source import Source
from disclosure.sites.pages.numbers import MINUS, money_zh

TEN = 10


class LargeLine(Struct, frozen=True):
    """A line: what for, when, how much; `width` of its bar is of 1000, `url` its ledger's page."""

    summary: str
    day: str
    voucher: str
    source: str
    amount: str
    is_in: bool
    width: int
    url: str
    decision: Decision | None


def largest_lines(lines: Iterable[Source], decisions: Decisions) -> tuple[LargeLine, ...]:
    """Return the ten largest incomes and expenses, ties as the ledger has them.

    What was reversed later, and the reversal, come to nothing and are left out.
    """
    lines = [line for line in lines if line.text("direction") in (INCOME, EXPENSE)]
    undone = {
        (line.text("account_id"), line.text("reversal_of"))
        for line in lines
        if line.text("reversal_of")
    }
    standing = [
        line
        for line in lines
        if not line.text("reversal_of")
        and (line.text("account_id"), line.text("voucher_no")) not in undone
    ]
    found = sorted(standing, key=lambda line: -line.sum("amount"))[:TEN]
    top = found[0].sum("amount") if found else Decimal()
    return tuple(view_line(line, top, decisions) for line in found)


def view_line(line: Source, top: Decimal, decisions: Decisions) -> LargeLine:
    """Return a line as the page shows it."""
    is_in, value = line.text("direction") == INCOME, line.sum("amount")
    day = line.day("entry_date")
    return LargeLine(
        summary=line.text("summary"),
        day=day.isoformat() if day else "",
        voucher=line.text("voucher_no"),
        source=line.text("fund_source"),
        amount=f"{'+' if is_in else MINUS}{money_zh(value)}",
        is_in=is_in,
        width=length(value, top, WIDTH),
        url=line.url,
        decision=decisions.of_line(line),
    )
