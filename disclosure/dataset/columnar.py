"""The rows of a table, kept column by column and made where somebody asks for a row.

What is asked of every table is asked of its columns: far fewer steps than one for each cell.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, repeat
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar, overload

from disclosure.dataset.cells import Value
from disclosure.personal import SHORTEST_NUMBER

FIRST_ROW = 2  # Excel's number of the first row below the header
MAX_KEPT = 2_000  # rows that stay once they are made
FEW = 4  # rows: to look at these costs less than to find out which columns need no look
T = TypeVar("T")


class Row(NamedTuple):
    """One row: `number` is Excel's, `cells` are by column name; None is a blank cell.

    A tuple, since a million of them are made for a large tree.
    """

    number: int
    cells: Mapping[str, Value]


class Uniform(Sequence[T], Generic[T]):
    """A column that one value fills, as codes, periods and signatures often do."""

    __slots__ = ("size", "value")

    def __init__(self, value: T, size: int) -> None:
        self.value = value
        self.size = size

    def __len__(self) -> int:
        return self.size

    def __iter__(self) -> Iterator[T]:
        return repeat(self.value, self.size)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Uniform[T]: ...

    def __getitem__(self, index: int | slice) -> T | Uniform[T]:
        if isinstance(index, slice):
            return Uniform(self.value, len(range(self.size)[index]))
        if not -self.size <= index < self.size:
            raise IndexError(index)
        return self.value

    def __contains__(self, value: object) -> bool:
        return self.size > 0 and value == self.value


class Rows(Sequence[T], Generic[T]):
    """The rows of a table, made of its columns one after the other."""

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
    """The rows of a table as text; `columns` are in the order of the header."""

    __slots__ = ("columns",)

    def __init__(self, columns: Sequence[Sequence[str]]) -> None:
        self.size = len(columns[0])
        self.columns = columns if self.size <= FEW else list(map(shortened, columns))

    def telling(self) -> tuple[str, ...]:
        """Return the texts of each column that may tell something of a person, each once.

        Those of a column stand one below the other in one text; of a few rows all are given. They
        are not kept: those of a long table are as large as its file.
        """
        if self.size <= FEW:
            return tuple(map("\n".join, self.columns))
        telling = [column for column in self.columns if not is_bare(column)]
        return tuple("\n".join(distinct(column)) for column in telling)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return zip(*self.columns, strict=True)

    def at(self, index: int) -> tuple[str, ...]:
        return tuple(map(itemgetter(index), self.columns))


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
    """The rows of a table as values, by the names of its columns; those of a short one stay."""

    __slots__ = ("columns", "kept")

    def __init__(self, columns: Mapping[str, Sequence[Value]]) -> None:
        self.columns = columns
        self.size = len(next(iter(columns.values())))
        self.kept: tuple[Row, ...] | None = None

    def __iter__(self) -> Iterator[Row]:
        if self.size <= MAX_KEPT:
            return iter(self.whole())
        return map(Row, count(FIRST_ROW), map(Cells, repeat(self.columns), range(self.size)))

    def at(self, index: int) -> Row:
        if self.size <= MAX_KEPT:
            return self.whole()[index]
        return Row(index + FIRST_ROW, Cells(self.columns, index))

    def whole(self) -> tuple[Row, ...]:
        """Return the rows of a short table, made when the first of them is asked for."""
        if self.kept is None:
            cells = zip(*self.columns.values(), strict=True)
            named = map(dict, map(zip, repeat(tuple(self.columns)), cells))
            self.kept = tuple(map(Row, count(FIRST_ROW), named))
        return self.kept


def distinct(column: Sequence[T]) -> Iterable[T]:
    """Return the values of a column, each once, in the order in which they come."""
    if type(column) is Uniform:  # quicker than to ask an abstract class
        return (column.value,) * min(column.size, 1)
    return dict.fromkeys(column)


def shortened(column: Sequence[str]) -> Sequence[str]:
    """Return a column of text, as that text alone where one fills it."""
    return Uniform(column[0], len(column)) if is_uniform(column) else column


def is_uniform(texts: Sequence[str]) -> bool:
    """Tell whether one text fills a column."""
    return bool(texts) and texts[0] == texts[-1] and texts.count(texts[0]) == len(texts)


def is_bare(texts: Sequence[str]) -> bool:
    """Tell whether texts are short and of ASCII without stars: amounts, days, short codes.

    None of them holds a number that names somebody, a masked one or an address.
    """
    if type(texts) is Uniform:  # quicker than to ask an abstract class
        texts = (texts.value,)
    together = "".join(texts)
    if not together.isascii() or "*" in together:
        return False
    return max(map(len, texts), default=0) < SHORTEST_NUMBER
