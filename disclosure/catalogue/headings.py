"""What people call the columns of standard tables in their own spreadsheets (表头说法)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from disclosure.catalogue.table import Column, Table
from disclosure.rows import Row, read_rows

FILE = "catalogue/table_headings.csv"
COLUMNS = ("table", "column", "heading", "role")
MONTH, DAY = "month", "day"
IN_BRACKETS = re.compile(r"\(([^()]*)\)$")


class Heading(Struct, frozen=True):
    """What stands below a heading: a column's cells, or a part of them.

    `sets` is the column and value that hold for every row filled below it (a column of income says
    which way the money went); `part` is `month` or `day` where a day is cut in two columns.
    """

    column: str
    sets: tuple[str, str] | None = None
    part: str = ""


def fold(text: str) -> str:
    """Return a heading as it is compared: NFKC, no blanks, no bracket or sign at its end."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).strip("*:").lower()
    return IN_BRACKETS.sub("", plain) or plain


def bracket(text: str) -> str:
    """Return what stands in brackets at the end of a heading, such as its unit."""
    found = IN_BRACKETS.search(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))
    return found[1] if found else ""


def load_headings(standard: Path) -> tuple[Row, ...]:
    """Read the headings of a standard."""
    return read_rows(standard / FILE, FILE, COLUMNS)


def headings_of(
    table: Table, extra: Mapping[str, Column], rows: tuple[Row, ...]
) -> dict[str, Heading]:
    """Return every heading of a table, folded: its titles and names, its own words, general ones.

    `extra` are the columns a category adds, titled by its elements.
    """
    found: dict[str, Heading] = {}
    for column in (*table.columns.values(), *extra.values()):
        for name in (column.title, column.name):
            found.setdefault(fold(name), Heading(column.name))
    for row in (*own_rows(table, rows), *general_rows(table, rows)):
        found.setdefault(fold(row["heading"]), read_heading(row))
    return found


def own_rows(table: Table, rows: tuple[Row, ...]) -> Iterator[Row]:
    """Yield the headings said of one table."""
    yield from (row for row in rows if row["table"] == table.name)


def general_rows(table: Table, rows: tuple[Row, ...]) -> Iterator[Row]:
    """Yield the headings said of any table that has the column."""
    yield from (row for row in rows if not row["table"] and row["column"] in table.columns)


def read_heading(row: Row) -> Heading:
    """Return what a row says of its heading."""
    column, sign, value = row["role"].partition("=")
    if sign:
        return Heading(row["column"], sets=(column, value))
    return Heading(row["column"], part=row["role"])
