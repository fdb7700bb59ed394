"""The rows money pages are made of: those of the visible packages, each with its package.

Everything here is the division's own; a page depends on its entries and on the day, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from disclosure.catalogue import Kind
from disclosure.dataset import Row
from disclosure.entry import Entry
from disclosure.sites.site import Site
from disclosure.table_rules.sheet import amount, count, day, text

NOTHING = Decimal()


class Source(Struct, frozen=True):
    """A row of a standard table and the package it stands in."""

    entry: Entry
    row: Row

    @property
    def url(self) -> str:
        """The page of the package, relative to the division's site."""
        return f"{self.entry.address}.html"

    def text(self, name: str) -> str:
        """Return the text of a cell, "" where it is blank or absent."""
        return text(self.row, name)

    def day(self, name: str) -> date | None:
        """Return the day of a cell, None where it is blank or absent."""
        return day(self.row, name)

    def amount(self, name: str) -> Decimal | None:
        """Return the amount of a cell in yuan, None where it is blank or absent: blank is not 0."""
        return amount(self.row, name)

    def sum(self, name: str) -> Decimal:
        """Return the amount of a cell as a part of a sum."""
        return self.amount(name) or NOTHING

    def number(self, name: str) -> int | None:
        """Return the whole number of a cell, None where it is blank or absent."""
        return count(self.row, name)


def packages_of(site: Site, table: str) -> list[Entry]:
    """Return the visible packages with a standard table, those published first at the front."""
    found = [
        entry
        for entry in site.visible()
        if entry.kind is Kind.DATA and any(one.table == table for one in entry.tables)
    ]
    return sorted(found, key=lambda entry: (entry.header.text("date"), entry.address))


def rows_of(site: Site, table: str) -> Iterator[Source]:
    """Yield the rows of a standard table about the division itself.

    A table that does not fit its schema gives none.
    """
    own = site.division.full_code
    for entry in packages_of(site, table):
        for values in site.facts.values(entry):
            if values and values.schema.name == table:
                for row in values.rows:
                    if row.cells.get("division_code") == own:
                        yield Source(entry, row)
