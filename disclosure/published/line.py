"""A line of a ledger as it is compared over time, and what became of it in the meantime."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from disclosure.catalogue import Column, Table
from disclosure.dataset import FIRST_ROW, DataTable
from disclosure.dataset.matching import match_rows

DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,8})?")
Mark = tuple[str, ...]  # the cells of the key


class Line(Struct, frozen=True):
    """A line with its place; `cells` are the filled ones by column, numbers in one form."""

    file: str
    row: int
    cells: Mapping[str, str]

    def get(self, name: str) -> str:
        return self.cells.get(name, "")

    def mark(self, schema: Table) -> Mark:
        """Return what tells it apart from the other lines."""
        return tuple(self.get(name) for name in schema.primary_key)


Fate = tuple[Line | None, Line | None]  # a line before and after; None = it was not there


def lines_of(table: DataTable, schema: Table) -> list[Line]:
    """Return the lines of a table."""
    columns = [(name, schema.columns.get(name)) for name in table.columns]
    return [
        Line(
            table.file,
            number,
            {
                name: plain(cell, column)
                for (name, column), cell in zip(columns, row, strict=True)
                if cell.strip()
            },
        )
        for number, row in enumerate(table.rows, FIRST_ROW)
    ]


def plain(cell: str, column: Column | None) -> str:
    """Return a cell in the one form that is compared: 1200 and 1200.00 are the same amount."""
    cell = cell.strip()
    if column and column.type == "number" and DECIMAL.fullmatch(cell):
        return f"{Decimal(cell).normalize():f}"
    return cell


def negative(amount: str) -> str:
    """Return the same amount with the other sign."""
    return amount[1:] if amount.startswith("-") else f"-{amount}"


def fates(old: Sequence[Line], new: Sequence[Line], schema: Table) -> list[Fate]:
    """Return the lines that are not the same, before and after, in their order."""
    names = sorted({name for line in (*old, *new) for name in line.cells})
    key = [names.index(name) for name in schema.primary_key if name in names]
    pairs = match_rows(cells_of(old, names), cells_of(new, names), key)
    return [
        (None if i is None else old[i], None if j is None else new[j])
        for i, j in pairs
        if i is None or j is None or changed_columns(old[i], new[j], schema)
    ]


def cells_of(lines: Iterable[Line], names: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the cells of some columns of each line."""
    return [tuple(line.get(name) for name in names) for line in lines]


def changed_columns(old: Line, new: Line, schema: Table) -> tuple[str, ...]:
    """Return the columns in which two lines differ, in their order.

    Balances and running numbers follow from other lines, so that they are left out.
    """
    names = (*schema.columns, *sorted({*old.cells, *new.cells} - {*schema.columns}))
    running = schema.primary_key[-1:]
    return tuple(
        name
        for name in names
        if old.get(name) != new.get(name)
        and name not in running
        and not (name in schema.columns and schema.columns[name].is_derived)
    )
