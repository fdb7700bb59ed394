"""A table of one publication as table rules see it: its rows as values, and where to point."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import compress

from msgspec import Struct

from disclosure.catalogue import Category
from disclosure.dataset.cells import Value
from disclosure.dataset.columnar import distinct
from disclosure.dataset.values import Row, ValueTable
from disclosure.entry import Entry
from disclosure.problem import Code, Problem, Severity

ALL = "ALL"  # the account whose row is the sum of all others
WHOLE = ""  # the column under which a block's lines hold where its row begins
CENT = Decimal("0.01")


class Sheet(Struct, frozen=True, eq=False):
    """One table with its publication; `lines` (by row number, then column) where it is a block.

    A sheet equals itself alone: what was worked out of it is kept for the rules that follow.
    """

    values: ValueTable
    entry: Entry
    category: Category | None = None
    lines: Mapping[int, Mapping[str, int]] | None = None

    @property
    def name(self) -> str:
        """The standard table it follows."""
        return self.values.schema.name

    @property
    def rows(self) -> Sequence[Row]:
        return self.values.rows

    def distinct(self, name: str) -> set[Value]:
        """Return the values of a column."""
        columns = self.values.columns
        if columns is None:
            return {row.cells.get(name) for row in self.rows}
        return set(distinct(columns.get(name) or [None] * len(self.rows)))

    def rows_where(self, names: Sequence[str], is_wanted: Callable[..., bool]) -> Iterable[Row]:
        """Return the rows a rule need look at: where the table has columns, those that are wanted.

        Each combination of values is asked about once there. Else other rows are among them.
        """
        columns = self.values.columns
        if columns is None:
            return self.rows
        given = [columns.get(name) or [None] * len(self.rows) for name in names]
        if len(given) == 1:
            wanted = {(key,) for key in distinct(given[0]) if is_wanted(key)}
        else:
            wanted = {key for key in set(zip(*given, strict=True)) if is_wanted(*key)}
        if not wanted:
            return ()
        return compress(self.rows, (key in wanted for key in zip(*given, strict=True)))

    @property
    def file(self) -> str:
        return self.values.table.file

    @property
    def code(self) -> str:
        """The category it is published under."""
        return self.entry.category

    def title(self, column: str) -> str:
        """Return a column's Chinese title, or the name of one that a category adds."""
        found = self.values.schema.columns.get(column)
        return found.title if found else column

    def problem(
        self,
        code: Code,
        row: Row,
        column: str,
        value: object,
        severity: Severity | None = None,
        **parts: object,
    ) -> Problem:
        """Return a problem of one cell; its template may take `{title}`, the column's."""
        line, number = 0, row.number
        if self.lines is not None:
            by_column = self.lines[row.number]
            line = by_column.get(column) or by_column[WHOLE]
            number = 0
        words: dict[str, object] = {name: written(part) for name, part in parts.items()}
        words["title"] = self.title(column)
        return code.at(
            self.file,
            line,
            column,
            column=0,
            row=number,
            value=written(value),
            severity=severity,
            **words,
        )


def written(value: object) -> str:
    """Return a value as an accountant writes it: amounts with their cents, days in ISO form."""
    match value:
        case Decimal():
            cents = value.quantize(CENT)
            return f"{cents if cents == value else value.normalize():f}"
        case date():
            return value.isoformat()
        case None:
            return "空白"
    return str(value)


def amount(row: Row, name: str) -> Decimal | None:
    """Return the amount of a cell, None where it is blank or absent."""
    value = row.cells.get(name)
    return value if isinstance(value, Decimal) else None


def amounts(row: Row, *names: str) -> tuple[Decimal, ...] | None:
    """Return the amounts of some cells, None where any of them is blank: blank is not 0."""
    found = []
    for name in names:
        value = row.cells.get(name)
        if not isinstance(value, Decimal):
            return None
        found.append(value)
    return tuple(found)


def count(row: Row, name: str) -> int | None:
    """Return the whole number of a cell, None where it is blank or absent."""
    value = row.cells.get(name)
    return value if isinstance(value, int) else None


def counts(row: Row, *names: str) -> tuple[int, ...] | None:
    """Return the whole numbers of some cells, None where any of them is blank."""
    found = []
    for name in names:
        value = row.cells.get(name)
        if not isinstance(value, int):
            return None
        found.append(value)
    return tuple(found)


def day(row: Row, name: str) -> date | None:
    """Return the day of a cell, None where it is blank or absent."""
    value = row.cells.get(name)
    return value if isinstance(value, date) else None


def text(row: Row, name: str) -> str:
    """Return the text of a cell, "" where it is blank or absent."""
    value = row.cells.get(name)
    return value if isinstance(value, str) else ""
