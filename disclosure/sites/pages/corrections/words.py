"""A version of a table as people read it: titles of columns, words of cells, names of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.dataset import FIRST_ROW, DataTable
from disclosure.entry import Entry
from disclosure.period import parse_period
from disclosure.rules.facts import Facts
from disclosure.sites.pages.corrections.change import tidy
from disclosure.sites.pages.table_view import NUMBERS, cell_words, column_views

PERIOD = "period"
Named = tuple[tuple[str, str], ...]  # columns with the words of their cells


class Words:
    """How people read a table: titles of columns, words of cells, what tells its rows apart."""

    def __init__(self, table: DataTable, package: Entry, facts: Facts) -> None:
        schema = facts.catalogue.tables.get(table.table)
        self.columns = schema.columns if schema else {}
        self.table = table
        self.titles = {view.name: view.label for view in column_views(package, table, facts)}
        varying = [
            name
            for index, name in enumerate(table.columns)
            if len({row[index] for row in table.rows}) > 1
        ]
        self.told = varying or list(table.columns)
        key = schema.primary_key if schema else ()
        self.key = key if set(key) <= set(table.columns) else ()
        # A running number says no more than the number of the row does, a period stands before it.
        self.marks = [name for name in key if name in varying and not self.is_plain(name)]
        self.year = year_of(table)

    def is_plain(self, name: str) -> bool:
        """Tell whether a column of the key says nothing beside the name of the row."""
        column = self.columns.get(name)
        return name == PERIOD or (column is not None and column.type in NUMBERS)

    def cell(self, name: str, cell: str) -> str:
        """Return a cell in words."""
        return tidy(cell_words(cell.strip(), self.columns.get(name)))

    def part(self, index: int, names: Sequence[str]) -> Iterator[str]:
        """Yield the filled cells of some columns in a row, each with its title."""
        for name, cell in zip(self.table.columns, self.table.rows[index], strict=True):
            if name in names and cell.strip():
                yield f"{self.titles[name]} {self.cell(name, cell)}"

    def place(self, index: int) -> str:
        """Return which row it is: its period, its number, and what tells it apart."""
        marks = "，".join(self.part(index, self.marks))
        return f"{self.period(index)}第{index + FIRST_ROW}行" + (f"（{marks}）" if marks else "")

    def period(self, index: int) -> str:
        """Return the period of a row in words, without the year where all rows are of one."""
        if PERIOD not in self.table.columns:
            return ""
        period = parse_period(self.table.rows[index][self.table.columns.index(PERIOD)].strip())
        words = period.zh if period else ""
        return words.removeprefix(f"{self.year}年") or words

    def row(self, index: int) -> str:
        """Return a whole row in words; what is the same in all rows is left out."""
        left_out = {*self.marks, PERIOD}
        names = [name for name in self.told if name not in left_out]
        return "，".join(self.part(index, names or self.told))

    def key_of(self, index: int) -> Named:
        """Return the cells of the table's key in a row, as they are written."""
        row = dict(zip(self.table.columns, self.table.rows[index], strict=True))
        return tuple((name, tidy(row[name])) for name in self.key)

    def named(self, index: int, names: Sequence[str]) -> Named:
        """Return the words of some columns in a row."""
        row = dict(zip(self.table.columns, self.table.rows[index], strict=True))
        return tuple((name, self.cell(name, row[name])) for name in names)


def year_of(table: DataTable) -> str:
    """Return the year all the periods of a table lie in, "" where they lie in several."""
    years = {cell.strip()[:4] for cell in table.column(PERIOD)}
    return years.pop() if len(years) == 1 else ""
