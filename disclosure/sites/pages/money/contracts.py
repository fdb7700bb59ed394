"""The contracts of a collective in its newest register: which end soon, on which money is owed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from disclosure.period import period_zh
from disclosure.sites.pages.money.decisions import Decision, Decisions
from disclosure.sites.pages.money.project import iso, yuan
from disclosure.sites.pages.money.source import NOTHING, Source, rows_of
from disclosure.sites.pages.numbers import money_zh
from disclosure.sites.site import Site

TABLE = "contract_register"
COLLECTIVE = "E04"  # the group of categories (集体资产与资源); other places' contracts are not here
SOON = timedelta(days=90)  # before its end a contract is named: time to call a meeting and vote
OVER = ("已到期", "提前终止")  # a contract that binds no longer
NEAR, ENDED = "临近到期", "已结束"


class Contract(Struct, frozen=True):
    """A contract; `word` is "" while its end is far off, `arrears` "" where nothing is owed."""

    name: str
    number: str
    party: str
    first: str
    last: str
    due: str
    received: str
    arrears: str
    status: str
    word: str
    decision: Decision | None


class Contracts(Struct, frozen=True):
    """The newest register: its period, page and contracts; `arrears` sums what is owed.

    `ending` are those that end within SOON of the day, or have ended and still bind, by that day.
    """

    period: str
    url: str
    contracts: tuple[Contract, ...]
    ending: tuple[Contract, ...]
    owing: tuple[Contract, ...]
    arrears: str


def view_contracts(site: Site, decisions: Decisions) -> Contracts | None:
    """Return the contracts of a division's collective; None where it publishes none."""
    rows = newest((row for row in rows_of(site, TABLE) if is_collective(row, site)), "contract_no")
    if not rows:
        return None
    viewed = tuple(view_contract(row, site.as_of, decisions) for row in rows)
    owed = sum((row.sum("arrears_closing") for row in rows), NOTHING)
    return Contracts(
        period=period_zh(rows[0].text("period")),
        url=rows[0].url,
        contracts=viewed,
        ending=tuple(sorted((one for one in viewed if one.word), key=lambda one: one.last)),
        owing=tuple(one for one in viewed if one.arrears),
        arrears=f"{money_zh(owed)} 元" if owed else "",
    )


def view_contract(row: Source, day: date, decisions: Decisions) -> Contract:
    """Return a contract as the page shows it on a day."""
    return Contract(
        name=row.text("contract_name"),
        number=row.text("contract_no"),
        party=row.text("counterparty"),
        first=iso(row, "start_on"),
        last=iso(row, "end_on"),
        due=yuan(row, "due_amount"),
        received=yuan(row, "received_amount"),
        arrears=yuan(row, "arrears_closing") if row.sum("arrears_closing") else "",
        status=row.text("status"),
        word=word_of(row, day),
        decision=decisions.find(row.text("decision_ref")),
    )


def word_of(row: Source, day: date) -> str:
    """Return whether a contract that binds ends soon or has ended; its last day is whole."""
    last = row.day("end_on")
    if last is None or last > day + SOON or row.text("status") in OVER:
        return ""
    return NEAR if last >= day else ENDED


def newest(rows: Iterable[Source], key: str) -> list[Source]:
    """Return the rows of the latest period of a table, each as it was published last."""
    rows = list(rows)
    last = max((row.text("period") for row in rows), default="")
    return list({row.text(key): row for row in rows if row.text("period") == last}.values())


def is_collective(row: Source, site: Site) -> bool:
    """Tell whether a row stands in a register of the collective."""
    category = site.facts.catalogue.get(row.entry.category)
    return category is not None and category.group == COLLECTIVE
