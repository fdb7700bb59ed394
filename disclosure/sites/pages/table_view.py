"""What a page shows of a table: its columns as people read them, and its first rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalogue import Column, Place
from disclosure.dataset import DataTable
from disclosure.entry import Entry
from disclosure.marked import Given
from disclosure.rules.facts import Facts
from disclosure.sites.pages.numbers import money_zh
from disclosure.sites.shown import Shown
from disclosure.sites.site import Site

LONG = 10  # characters that need a line of their own on a phone
MAX_ROWS = 200  # rows of a table on its page; the CSV holds them all
OPTIONS = "options"  # the part of a vote block that is a list: one row an option
OWN_CODE = "division_code"
YUAN = "元"
AMOUNT = re.compile(r"-?\d{1,15}(?:\.\d{1,2})?", re.ASCII)
YES_NO = {"true": "是", "false": "否"}
NUMBERS = ("integer", "number")


class ColumnView(Struct, frozen=True):
    """A column as people read it; `is_number` aligns it to the right."""

    name: str
    title: str
    unit: str
    description: str
    is_number: bool

    @property
    def label(self) -> str:
        """The title with its unit, as it heads a column."""
        return f"{self.title}（{self.unit}）" if self.unit else self.title


class CellView(NamedTuple):
    """A cell under its column's label; `kind` is "number", "long" (a line of its own) or ""."""

    label: str
    kind: str
    text: str


class RowView(NamedTuple):
    """A row: the cell that names it, and the others."""

    head: CellView
    rest: tuple[CellView, ...]


class TableView(Struct, frozen=True):
    """A table with its first rows; `url` is relative to the division's site.

    `anchor` is its id on the page, "" for none: row 5 of its file is `t1-5` there.
    """

    title: str
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    row_count: int
    url: str
    package_url: str
    anchor: str = ""


def view_column(name: str, column: Column | None, title: str = "") -> ColumnView:
    """Return a column as its schema describes it; without one, by `title` or its name."""
    if column is None:
        return ColumnView(name, title or name, "", "", is_number=False)
    return ColumnView(name, column.title, column.unit, column.description, column.type in NUMBERS)


def cell_words(cell: str, column: Column | None) -> str:
    """Return what a coded cell means, an amount of yuan as money, any other cell as it is."""
    if column is None:
        return cell
    if column.unit == YUAN and AMOUNT.fullmatch(cell):
        return money_zh(Decimal(cell))
    return YES_NO.get(cell, cell) if column.type == "boolean" else column.labels.get(cell, cell)


def view_rows(
    columns: tuple[ColumnView, ...], rows: Iterable[tuple[str, ...]]
) -> tuple[RowView, ...]:
    """Return rows of words as rows of cells."""
    heads = [(column.label, column.is_number) for column in columns]
    found = []
    for row in rows:
        cells = [
            CellView(label, "number" if is_number else "long" if len(text) > LONG else "", text)
            for (label, is_number), text in zip(heads, row, strict=True)
        ]
        head = cells[0]._replace(kind="long" if len(row[0]) > LONG else "")
        found.append(RowView(head, tuple(cells[1:])))
    return tuple(found)


def option_table(entry: Entry, site: Site) -> TableView | None:
    """Return the options of a vote with their counts, or None."""
    given = entry.header.get(f"vote.{OPTIONS}")
    if given is None or not given.items:
        return None
    schema = site.facts.catalogue.tables[site.facts.catalogue.keys["vote"].table].columns
    names = tuple(dict.fromkeys(name for item in given.items for name in item.fields or {}))
    columns = tuple(view_column(name, schema.get(name)) for name in names)
    rows = tuple(
        tuple(cell_words(item.text_of(name), schema.get(name)) for name in names)
        for item in given.items
    )
    return TableView("表决结果", columns, view_rows(columns, rows), len(rows), "", "")


def package_tables(entry: Entry, site: Site) -> Iterator[TableView]:
    """Yield the tables of a package, or of the packages an entry names in `data:`.

    A package's own have an id, so that what is found in a row leads to it.
    """
    for number, table in enumerate(entry.tables, 1):
        yield replace(view_table(entry, table, site), anchor=anchor_of(number))
    packages = []
    for name in entry.header.texts("data"):
        package = site.folder.package(name)
        if package and site.shown(package) is Shown.FULL:
            packages.append(package)
    for package in packages:
        for table in package.tables:
            yield view_table(package, table, site)


def anchor_of(number: int) -> str:
    """Return the id of a package's table on its page; the first is 1."""
    return f"t{number}"


def view_table(package: Entry, table: DataTable, site: Site) -> TableView:
    """Return a table with the titles and units its schema and category give the columns."""
    schema = table.schema or site.facts.catalogue.tables.get(table.table)
    columns = schema.columns if schema else {}
    telling = telling_columns(package, table)
    views = column_views(package, table, site.facts)
    shown = tuple(views[index] for index in telling)
    known = [columns.get(table.columns[index]) for index in telling]
    words = (
        tuple(cell_words(row[index], column) for index, column in zip(telling, known, strict=True))
        for row in table.rows[:MAX_ROWS]
    )
    return TableView(
        title=table_title(package, table, site.facts),
        columns=shown,
        rows=view_rows(shown, words),
        row_count=len(table.rows),
        url=table.file.removeprefix(package.division.folder + "/"),
        package_url=f"{package.address}.html",
    )


def table_title(package: Entry, table: DataTable, facts: Facts) -> str:
    """Return what a table is called: as its package, with the kind of table where it has several.

    Two of one kind are told apart by the names of their files.
    """
    if len(package.tables) == 1:
        return package.title
    schema = facts.catalogue.tables.get(table.table)
    is_only = [one.table for one in package.tables].count(table.table) == 1
    return f"{package.title}：{schema.title if schema and is_only else table.name}"


def telling_columns(package: Entry, table: DataTable) -> tuple[int, ...]:
    """Return the columns worth showing: not the code of the page's own division in every row."""
    own = package.division.full_code
    return tuple(
        index
        for index, name in enumerate(table.columns)
        if name != OWN_CODE or not table.rows or any(row[index] != own for row in table.rows)
    )


def column_views(package: Entry, table: DataTable, facts: Facts) -> tuple[ColumnView, ...]:
    """Return the columns of a table as its schema and the category of its package name them."""
    schema = table.schema or facts.catalogue.tables.get(table.table)
    columns = schema.columns if schema else {}
    extra = {
        name: binding.element
        for binding in facts.catalogue.bindings.get(package.category, ())
        if binding.place is Place.EXTRA_COLUMN
        for name in binding.columns
    }
    return tuple(
        view_column(name, columns.get(name), extra.get(name, "")) for name in table.columns
    )


def text_of(given: Given) -> str:
    """Return a value as one line of text; the parts of a list are joined."""
    if given.is_text:
        return YES_NO.get(given.text, given.text)
    return "、".join(text_of(part) for part in given.items or (given.fields or {}).values())
