"""The books of a division: all the tables it publishes, by standard table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from disclosure.dataset.values import Row
from disclosure.entry import Entry
from disclosure.table_rules.sheet import Sheet

Line = tuple[Sheet, Row]


class Books(Struct, frozen=True, eq=False):
    """The sheets of a division by table, earlier publications first; drafts are not among them.

    Books equal themselves alone: what was worked out of them is kept for the rules that follow.

    `entries` are its publications that are neither drafts nor withdrawn, `table_by_category` tells
    what they are published by; `above` are the sheets its county and township publish about the
    places below them.
    """

    sheets: Mapping[str, tuple[Sheet, ...]]
    entries: tuple[Entry, ...] = ()
    table_by_category: Mapping[str, str] = field(default_factory=dict)
    above: Mapping[str, tuple[Sheet, ...]] = field(default_factory=dict)

    def of(self, table: str) -> tuple[Sheet, ...]:
        return self.sheets.get(table, ())

    def lines(self, table: str) -> Iterator[Line]:
        """Yield every row of a table with its sheet."""
        for sheet in self.sheets.get(table, ()):
            for row in sheet.rows:
                yield sheet, row

    def has(self, table: str) -> bool:
        """Tell whether the division publishes any row of a table.

        Where it publishes none, nothing that refers to the table can be called missing.
        """
        return any(sheet.rows for sheet in self.sheets.get(table, ()))


def by_table(sheets: Iterable[Sheet]) -> dict[str, tuple[Sheet, ...]]:
    """Return some sheets by their standard table, earlier publications first."""
    found: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in sorted(sheets, key=order):
        found[sheet.name].append(sheet)
    return {table: tuple(some) for table, some in found.items()}


def order(sheet: Sheet) -> tuple[str, str]:
    """Return the sort key of a sheet: by its publication's moment, then by file."""
    return sheet.entry.header.text("date"), sheet.file
