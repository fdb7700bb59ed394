"""What search knows of a data package's tables: titles of columns and text cells, row by row.

Numbers are left out: whoever looks for an amount finds the table by its words. So are days, and
what says yes or no.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from disclosure.catalogue import Column
from disclosure.dataset import DataTable
from disclosure.entry import Entry
from disclosure.sites.pages.search.visible import plain
from disclosure.sites.pages.table_view import (
    AMOUNT,
    column_views,
    table_title,
    telling_columns,
)
from disclosure.sites.site import Site

TEXT = "string"  # the type of columns that hold words
Words = Callable[[str], str]


def head_lines(package: Entry, table: DataTable, site: Site) -> Iterator[str]:
    """Yield what stands above the rows: the title where there are several, and the columns'."""
    if len(package.tables) > 1:
        yield table_title(package, table, site.facts)
    views = column_views(package, table, site.facts)
    yield " ".join(views[index].label for index in telling_columns(package, table))


def row_lines(package: Entry, table: DataTable, site: Site) -> list[str]:
    """Return the text cells of each row as a line; one without any is an empty line."""
    schema = table.schema or site.facts.catalogue.tables.get(table.table)
    columns: Mapping[str, Column] = schema.columns if schema else {}
    known = (
        (index, columns.get(table.columns[index])) for index in telling_columns(package, table)
    )
    telling = [(index, words_of(column)) for index, column in known if tells(column)]
    return [
        " ".join(filter(None, (words(row[index]) for index, words in telling)))
        for row in table.rows
    ]


def tells(column: Column | None) -> bool:
    """Tell whether the cells of a column are words."""
    return column is None or column.type == TEXT


def words_of(column: Column | None) -> Words:
    """Return what makes words of a cell; of a column no schema knows, numbers are left out."""
    if column is None:
        return lambda cell: "" if AMOUNT.fullmatch(cell) else plain(cell)
    labels = column.labels
    return (lambda cell: plain(labels.get(cell, cell))) if labels else plain
