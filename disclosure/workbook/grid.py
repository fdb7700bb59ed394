"""A worksheet as a grid of values; rows and columns count from 0, people are told addresses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from msgspec import Struct, field

Value = str | int | float | bool | date | datetime | time | timedelta | None
Place = tuple[int, int]
NOTHING: Mapping[Place, str] = MappingProxyType({})


class Area(Struct, frozen=True):
    """A merged range of cells, both corners included."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(Struct, frozen=True):
    """One worksheet: `rows` are equally long, a blank cell is None.

    `uncomputed` are formulas whose value the file does not hold, `failed` cells that show an error
    such as #REF!; both are blank in `rows`. `widths` are cells shown with leading zeros.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    is_hidden: bool = False
    merged: tuple[Area, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    uncomputed: tuple[Place, ...] = ()
    failed: tuple[Place, ...] = ()
    widths: Mapping[Place, int] = field(default_factory=dict)
    counts_from_1904: bool = False

    def at(self, row: int, column: int) -> Value:
        """Return a cell, None outside the grid."""
        if row < len(self.rows) and column < len(self.rows[row]):
            return self.rows[row][column]
        return None

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0


class Workbook(Struct, frozen=True):
    """The sheets of a file in their order."""

    sheets: tuple[Sheet, ...]


def column_letters(column: int) -> str:
    """Return what Excel calls a column: A, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """Return what Excel calls a cell: B5."""
    return f"{column_letters(column)}{row + 1}"
