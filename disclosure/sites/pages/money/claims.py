"""What others owe the collective and what it owes, as of the newest quarter."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.period import period_zh
from disclosure.sites.pages.money.contracts import newest
from disclosure.sites.pages.money.project import iso, yuan
from disclosure.sites.pages.money.source import NOTHING, Source, rows_of
from disclosure.sites.pages.numbers import money_zh
from disclosure.sites.pages.view import Fact
from disclosure.sites.site import Site

TABLE = "debt_claim"


class Claim(Struct, frozen=True):
    """A claim or debt that is not settled; `due` is "" where no day is set."""

    party: str
    amount: str
    due: str
    reason: str


class Side(Struct, frozen=True):
    """All claims, or all debts, with their sum."""

    kind: str
    total: str
    claims: tuple[Claim, ...]


class Claims(Struct, frozen=True):
    """Both sides at the end of a period; `url` is the page of the table."""

    period: str
    url: str
    sides: tuple[Side, ...]

    @property
    def sums(self) -> tuple[Fact, ...]:
        return tuple(Fact(f"{side.kind}合计", side.total) for side in self.sides)


def view_claims(site: Site) -> Claims | None:
    """Return the claims and debts of a division; None where it publishes none."""
    rows = newest(rows_of(site, TABLE), "claim_no")
    return (
        Claims(period_zh(rows[0].text("period")), rows[0].url, tuple(sides(rows, site)))
        if rows
        else None
    )


def sides(rows: list[Source], site: Site) -> Iterator[Side]:
    """Yield claims, then debts, in the words of the schema; nothing of a side that is settled."""
    for kind in site.facts.catalogue.tables[TABLE].columns["kind"].enum:
        some = [row for row in rows if row.text("kind") == kind and row.sum("closing")]
        if some:
            whole = sum((row.sum("closing") for row in some), NOTHING)
            yield Side(kind, f"{money_zh(whole)} 元", tuple(map(view_claim, some)))


def view_claim(row: Source) -> Claim:
    """Return one row as the page shows it."""
    return Claim(row.text("party"), yuan(row, "closing"), iso(row, "due_on"), row.text("reason"))
