"""What the collective owns, class by class, as its newest registers have it."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from msgspec import Struct

from disclosure.sites.pages.money.source import NOTHING, Source, rows_of
from disclosure.sites.pages.numbers import money_zh
from disclosure.sites.site import Site

REGISTER = "asset_register"
IDLE, DISPOSED = "闲置", "已处置"


class HoldingRow(Struct, frozen=True):
    """A class of assets: how many, and what they measure or are worth; "" where not given."""

    title: str
    count: int
    area: str
    original: str
    net: str
    idle: str


class Holding(Struct, frozen=True):
    """One register as of a day, in classes; `url` is its page."""

    title: str
    day: str
    url: str
    rows: tuple[HoldingRow, ...]
    has_area: bool
    has_value: bool


def holdings_of(site: Site) -> tuple[Holding, ...]:
    """Return the newest register of every category that has one, by category."""
    by_category: dict[str, list[Source]] = defaultdict(list)
    for row in rows_of(site, REGISTER):
        by_category[row.entry.category].append(row)
    return tuple(view_holding(newest_rows(rows), site) for _, rows in sorted(by_category.items()))


def newest_rows(rows: list[Source]) -> list[Source]:
    """Return the rows of the latest day of survey, each asset as it was published last."""
    last = max(str(row.day("as_of")) for row in rows)
    found = {row.text("asset_no"): row for row in rows if str(row.day("as_of")) == last}
    return list(found.values())


def view_holding(rows: list[Source], site: Site) -> Holding:
    """Return a register in classes, in the order of its schema; what is disposed of is gone."""
    classes = site.facts.catalogue.tables[REGISTER].columns["asset_class"].enum
    category = site.facts.catalogue.get(rows[0].entry.category)
    by_class: dict[str, list[Source]] = {name: [] for name in classes}
    for row in rows:
        if row.text("use_status") != DISPOSED:
            by_class[row.text("asset_class")].append(row)
    viewed = tuple(view_class(name, some) for name, some in by_class.items() if some)
    return Holding(
        title=category.name if category else rows[0].entry.title,
        day=str(rows[0].day("as_of")),
        url=rows[0].url,
        rows=viewed,
        has_area=any(row.area for row in viewed),
        has_value=any(row.original or row.net for row in viewed),
    )


def view_class(name: str, rows: list[Source]) -> HoldingRow:
    """Return a class; areas add up within a unit, amounts where any is given."""
    areas: dict[str, Decimal] = {}
    for row in rows:
        if row.amount("area") is not None:
            unit = row.text("area_unit")
            areas[unit] = areas.get(unit, NOTHING) + row.sum("area")
    idle = [row.text("name") for row in rows if row.text("use_status") == IDLE]
    return HoldingRow(
        title=name,
        count=len(rows),
        area="、".join(f"{area:,f} {unit}" for unit, area in areas.items()),
        original=money(rows, "original_value"),
        net=money(rows, "net_value"),
        idle="、".join(idle),
    )


def money(rows: list[Source], name: str) -> str:
    """Return the sum of the amounts that are given, "" where none is."""
    given = [value for row in rows if (value := row.amount(name)) is not None]
    return money_zh(sum(given, NOTHING)) if given else ""
