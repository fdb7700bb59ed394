"""Long tables (tens of thousands of rows): kept column by column, each text once.

A long table is read from its file in stretches and never held as one text; its rows are made when
somebody asks for them. What is wrong with it is not told here: a table that cannot be read so is
read again as a short one, and that says why.
"""

from __future__ import annotations

import csv
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, islice, repeat
from typing import Generic, NamedTuple, TypeVar, overload

from disclosure.dataset.cells import Value
from disclosure.personal import SHORTEST_NUMBER
from disclosure.rows import MAX_CELL

LONG = 2_000_000  # bytes of a file from which on a table is long
STRETCH = 10_000  # rows read at a time
MAX_KEPT = 8_000  # texts of one column that are looked for again while it is read
FIRST_ROW = 2  # Excel's number of the first row below the header
T = TypeVar("T")


class Row(NamedTuple):
    """One row: `number` is Excel's, `cells` are by column name; None is a blank cell.

    A tuple, since a million of them are made for a large tree.
    """

    number: int
    cells: Mapping[str, Value]


class Rows(Sequence[T], Generic[T]):
    """The rows of a long table, made of its columns one after the other."""

    __slots__ = ("size",)
    size: int

    def __len__(self) -> int:
        return self.size

    def __iter__(self) -> Iterator[T]:
        return map(self.at, range(self.size))

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(map(self.at, range(*index.indices(self.size))))
        return self.at(range(self.size)[index])

    @abstractmethod
    def at(self, index: int) -> T:
        """Return one row."""


class TextRows(Rows[tuple[str, ...]]):
    """The rows of a long table as text; `columns` are in the order of the header."""

    __slots__ = ("columns", "told")

    def __init__(self, columns: Sequence[list[str]]) -> None:
        self.columns = columns
        self.size = len(columns[0])
        self.told: tuple[set[str], ...] | None = None

    def telling(self) -> tuple[set[str], ...]:
        """Return the texts of each column that may tell something of a person, each once."""
        if self.told is None:
            self.told = tuple(texts for column in self.columns if not is_bare(texts := set(column)))
        return self.told

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return zip(*self.columns, strict=True)

    def at(self, index: int) -> tuple[str, ...]:
        return tuple(column[index] for column in self.columns)


class Cells(Mapping[str, Value]):
    """The cells of one row of a long table."""

    __slots__ = ("columns", "index")

    def __init__(self, columns: Mapping[str, Sequence[Value]], index: int) -> None:
        self.columns = columns
        self.index = index

    def __getitem__(self, name: str) -> Value:
        return self.columns[name][self.index]

    def get(self, name: str, default: Value = None) -> Value:  # type: ignore[override]  # as asked
        column = self.columns.get(name)
        return default if column is None else column[self.index]

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)


class ValueRows(Rows[Row]):
    """The rows of a long table as values, by the names of its columns."""

    __slots__ = ("columns",)

    def __init__(self, columns: Mapping[str, Sequence[Value]]) -> None:
        self.columns = columns
        self.size = len(next(iter(columns.values())))

    def __iter__(self) -> Iterator[Row]:
        return map(Row, count(FIRST_ROW), map(Cells, repeat(self.columns), range(self.size)))

    def at(self, index: int) -> Row:
        return Row(index + FIRST_ROW, Cells(self.columns, index))


def is_bare(texts: set[str]) -> bool:
    """Tell whether texts are short and of ASCII without stars: amounts, days, short codes.

    None of them holds a number that names somebody, a masked one or an address.
    """
    together = "".join(texts)
    return together.isascii() and "*" not in together and max(map(len, texts)) < SHORTEST_NUMBER


def read_long(path: str) -> tuple[tuple[str, ...], TextRows] | None:
    """Return header and rows of a file, None where anything is wrong with it."""
    csv.field_size_limit(MAX_CELL)  # the process's; other libraries lift it on import
    try:
        with open(path, encoding="utf-8-sig", newline="") as source:  # noqa: PTH123
            reader = csv.reader(source, strict=True)
            header = tuple(next(reader, ()))
            if len(header) < 2 or not all(header) or len(set(header)) < len(header):
                return None
            columns: list[list[str]] = [[] for _ in header]
            kept: list[dict[str, str]] = [{} for _ in header]
            while stretch := list(islice(reader, STRETCH)):
                if set(map(len, stretch)) != {len(header)}:
                    return None
                for column, texts, cells in zip(
                    columns, kept, zip(*stretch, strict=True), strict=True
                ):
                    if len(texts) > MAX_KEPT:  # hardly any text repeats
                        column.extend(cells)
                    else:
                        column.extend(map(texts.setdefault, cells, cells))
    except (OSError, UnicodeDecodeError, csv.Error):
        return None
    return (header, TextRows(columns)) if columns[0] else None
