"""One gathered table: a row a village and period, read from what the villages hand up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from disclosure.catalogue import Column, Table
from disclosure.catalogue.table import plain_column
from disclosure.division import Division
from disclosure.opendata.columns import Layout
from disclosure.sites.gathered import APART, END, Line, read_line
from disclosure.sites.pages.elsewhere import stub_url
from disclosure.sites.pages.gathered import FOLDER
from disclosure.sites.site import Site

Amounts = tuple[Decimal | None, ...]


class Village(Struct, frozen=True):
    """A village as its rows show it; `above` names the divisions between it and the site's.

    `stem` stands before the address of a page of its own, "" where the build has no site for it.
    """

    division: Division
    above: str
    stem: str

    def url(self, page: str) -> str:
        """Return where a page of the village stands, relative to the site."""
        if self.stem:
            return self.stem + page
        return stub_url(self.division.code, page.removesuffix(".html"))


class VillageRow(Struct, frozen=True):
    """The amounts of one village in one period.

    A city has hundreds of thousands: so a row is the text that was handed up until it is asked.
    """

    village: Village
    text: str

    @property
    def period(self) -> str:
        return self.text.partition(APART)[0]

    @property
    def line(self) -> Line:
        return read_line(self.text)

    @property
    def amounts(self) -> Amounts:
        """The amounts; None where a cell is blank."""
        return tuple(Decimal(text) if text else None for text in self.line.amounts)

    @property
    def page(self) -> str:
        """Where the village has published them, relative to the site."""
        return self.village.url(self.line.page)


class GatheredTable(Struct, frozen=True):
    """A standard table with the rows of all villages, by village and period."""

    schema: Table
    columns: tuple[Column, ...]
    rows: tuple[VillageRow, ...]

    @property
    def stem(self) -> str:
        """Where its page and files stand within the site, without what tells their forms."""
        return f"{FOLDER}/{self.schema.name}"

    @property
    def title(self) -> str:
        return f"{self.schema.title}（各村汇总）"

    @property
    def layout(self) -> Layout:
        """The columns of its file."""
        return Layout((*HEADS, *self.columns, *TAILS), None)

    def cells(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows of its file."""
        for row in self.rows:
            village, line = row.village, row.line
            place = (village.division.full_code, village.division.name, village.above)
            page = village.url(line.page)
            yield (*place, line.period, *line.amounts, line.published[:10], page)


HEADS = (
    plain_column("division_code", "区划代码"),
    plain_column("division_name", "村（社区）"),
    plain_column("above", "上级区划"),
    plain_column("period", "统计期"),
)
TAILS = (
    plain_column("published_on", "发布日期", "date"),
    plain_column("page", "原表网页"),
)


def tables_of(site: Site) -> tuple[GatheredTable, ...]:
    """Return the gathered tables of a site, by name; none where no village hands any up."""
    found: dict[str, list[VillageRow]] = {}
    for one in site.around.gathered:
        division = site.facts.register.get(one.division)
        if division:
            found.setdefault(one.table, []).extend(rows_of(division, one.lines, site))
    tables = site.facts.catalogue.tables
    return tuple(
        GatheredTable(tables[name], columns_of(tables[name]), tuple(rows))
        for name, rows in sorted(found.items())
        if rows
    )


def ways_to(site: Site) -> Iterator[tuple[str, str]]:
    """Yield title and page of each gathered table of a site, without reading its rows."""
    for name in sorted({one.table for one in site.around.gathered}):
        table = GatheredTable(site.facts.catalogue.tables[name], (), ())
        yield table.title, f"{table.stem}.html"


def columns_of(schema: Table) -> tuple[Column, ...]:
    """Return the columns that are gathered of a table."""
    gathering = schema.gathering
    return tuple(schema.columns[name] for name in gathering.columns) if gathering else ()


def rows_of(division: Division, lines: str, site: Site) -> Iterator[VillageRow]:
    """Yield the rows of one village."""
    own = site.division.code
    above = "".join(
        one.name for one in site.facts.register.ancestors(division) if len(one.code) > len(own)
    )
    stem = f"../{division.code}/" if division.code in site.built else ""
    village = Village(division, above, stem)
    return (VillageRow(village, text) for text in lines.split(END))
