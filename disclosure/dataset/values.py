"""The values of a table's cells: read fast where everything fits, and not at all where it does not.

What does not fit is explained elsewhere (`explain.py`), so nothing here writes a message.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import lt

from msgspec import Struct

from disclosure.catalogue.table import Column, Table, plain_column
from disclosure.dataset.bulk import bulk_reader_of, is_various
from disclosure.dataset.cells import CellError, Value, reader_of
from disclosure.dataset.columnar import FIRST_ROW, MAX_KEPT, Row, Uniform, ValueRows
from disclosure.dataset.resource import DataTable

__all__ = ["FIRST_ROW", "Memo", "Row", "ValueTable", "columns_of", "memo_of", "read_values"]
MAX_MEMO = 50_000  # texts remembered for one column


class ValueTable(Struct, frozen=True):
    """A table every cell of which is a value of its column; its keys are filled and unique."""

    table: DataTable
    schema: Table
    rows: Sequence[Row]

    @property
    def columns(self) -> Mapping[str, Sequence[Value]] | None:
        """The columns of a table that was read from a file; None of one made of rows."""
        return self.rows.columns if isinstance(self.rows, ValueRows) else None


class Memo(dict[str, Value]):
    """The values of the texts of one column; what is not there yet is read, or raises CellError.

    `read_all` reads many different texts at once, if anything does.
    """

    __slots__ = ("column", "read", "read_all")

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column
        self.read = reader_of(column)
        self.read_all = bulk_reader_of(column)

    def __missing__(self, text: str) -> Value:
        if len(self) >= MAX_MEMO:
            self.clear()
        value = self[text] = self.read(text)
        return value


class Layout(Struct, frozen=True):
    """How the columns of one header are read.

    `primary` are the places of the columns of the primary key, `unique` those of columns that are
    unique together.
    """

    memos: tuple[Memo, ...]
    primary: tuple[int, ...]
    unique: tuple[tuple[int, ...], ...]


def read_values(table: DataTable, schema: Table, extra: Mapping[str, str]) -> ValueTable | None:
    """Return a table's values, or None where anything is wrong with it by its schema.

    That is: a required column is not there, a column is unknown, a cell is no value of its column
    (required, type, list, pattern, bounds), or a key is blank or repeated. `extra` are the columns
    its category adds, with their types. A column that the file leaves out gives None by `.get`.
    """
    layout = layout_of(schema, table.columns, tuple(extra.items()))
    if layout is None:
        return None
    try:
        columns = tuple(map(read_column, layout.memos, table.texts))
    except CellError:
        return None
    if not has_keys(columns, layout):
        return None
    return ValueTable(table, schema, ValueRows(dict(zip(table.columns, columns, strict=True))))


def read_column(memo: Memo, texts: Sequence[str]) -> Sequence[Value]:
    """Return the values of a column: at once where one text fills it, or where few repeat.

    Every cell of every table passes here: so no loop of Python's own runs over them. Texts of a
    long table that are their own values are not listed twice.
    """
    if type(texts) is Uniform:  # quicker than to ask an abstract class
        return Uniform(memo[texts.value], len(texts))
    kind, is_long = memo.column.type, len(texts) > MAX_KEPT
    if is_long and memo.read_all and is_various(texts):
        values = memo.read_all(texts)
        if values is not None:
            return values
    if is_long and kind == "string" and all(map(memo.__getitem__, set(texts))):
        return texts
    return list(map(memo.__getitem__, texts))


def has_keys(columns: Sequence[Sequence[Value]], layout: Layout) -> bool:
    """Tell whether the keys of a table are filled and unique, compared as values."""
    size = len(columns[0])
    if layout.primary:
        parts = [columns[place] for place in layout.primary]
        if any(None in part for part in parts):
            return False
        # What is the same in every row tells no row from another.
        parts = [part for part in parts if type(part) is not Uniform] or parts[:1]
        if not (size > MAX_KEPT and len(parts) == 1 and is_ascending(parts[0])):
            found = len(set(zip(*parts, strict=True)) if len(parts) > 1 else set(parts[0]))
            if found < size:
                return False
    elif any(row.count(None) == len(row) for row in zip(*columns, strict=True)):
        return False  # a blank row
    for places in layout.unique:
        keys = zip(*(columns[place] for place in places), strict=True)
        given = [key for key in keys if None not in key]
        if len(set(given)) < len(given):
            return False
    return True


def is_ascending(column: Sequence[Value]) -> bool:
    """Tell whether each value of a filled column is greater than the one before it.

    Then none is repeated, and no set of all of them has to be made.
    """
    pairs = map(lt, column, islice(column, 1, None))  # type: ignore[arg-type]  # all of one type
    return all(pairs)


@lru_cache(maxsize=512)
def layout_of(
    schema: Table, columns: tuple[str, ...], extra: tuple[tuple[str, str], ...]
) -> Layout | None:
    """Return how a header is read by a schema, None where it is not one of the schema's."""
    known = columns_of(schema, extra)
    if any(name not in known for name in columns) or len(set(columns)) < len(columns):
        return None
    needed = {column.name for column in known.values() if column.is_required}
    if not needed.union(schema.primary_key) <= set(columns):
        return None
    return Layout(
        memos=tuple(memo_of(schema, extra, name) for name in columns),
        primary=tuple(columns.index(name) for name in schema.primary_key),
        unique=tuple(
            tuple(map(columns.index, group))
            for group in (
                *schema.unique_keys,
                *((name,) for name in columns if known[name].limits.is_unique),
            )
            if set(group) <= set(columns)
        ),
    )


@lru_cache(maxsize=4096)
def memo_of(schema: Table, extra: tuple[tuple[str, str], ...], name: str) -> Memo:
    """Return the memo of one column, shared by all headers that hold it."""
    return Memo(columns_of(schema, extra)[name])


@lru_cache(maxsize=512)
def columns_of(schema: Table, extra: tuple[tuple[str, str], ...]) -> dict[str, Column]:
    """Return the columns of a schema and those a category adds, by name."""
    added = {name: plain_column(name, name, kind) for name, kind in extra}
    return added | schema.columns
