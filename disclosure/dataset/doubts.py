"""Finds the rows of a table that give rise to doubt: only they are worth a slow explanation.

A doubt about a cell is its row's alone, and one about a key that of the rows that share it: so the
other rows of a long table need not be looked at again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from disclosure.catalogue.table import Column, Table
from disclosure.dataset.cells import CellError, Reason, Value, reader_of
from disclosure.dataset.resource import DataTable

Keys = tuple[tuple[str, ...], int]


class Doubts(Struct, frozen=True):
    """The rows in doubt by index; why their cells are; which keys repeat that of an earlier row."""

    rows: tuple[int, ...]
    cells: Mapping[int, tuple[tuple[str, Reason], ...]]
    repeated: Mapping[int, tuple[Keys, ...]]


def doubts_about(table: DataTable, schema: Table, known: Mapping[str, Column]) -> Doubts:
    """Return the doubts about the columns of a table that its schema knows."""
    readers = [
        (index, name, reader_of(known[name]))
        for index, name in enumerate(table.columns)
        if name in known
    ]
    cells: dict[int, tuple[tuple[str, Reason], ...]] = {}
    values: list[dict[str, Value]] = []
    for index, row in enumerate(table.rows):
        found: list[tuple[str, Reason]] = []
        read: dict[str, Value] = {}
        for place, name, reader in readers:
            try:
                read[name] = reader(row[place])
            except CellError as error:
                found.append((name, error.reason))
        found += [
            (name, Reason.REQUIRED)
            for name in schema.primary_key
            if name in read and read[name] is None
        ]
        if found:
            cells[index] = tuple(found)
        values.append(read)
    repeated: dict[int, tuple[Keys, ...]] = {}
    for group in key_groups(schema, known):
        for index, other in repetitions(values, group):
            repeated[index] = (*repeated.get(index, ()), (group, other))
    blank = {index for index, row in enumerate(table.rows) if not any(row)}
    rows = blank | cells.keys() | repeated.keys()
    rows |= {other for keys in repeated.values() for _, other in keys}
    return Doubts(tuple(sorted(rows)), cells, repeated)


def key_groups(schema: Table, known: Mapping[str, Column]) -> Iterator[tuple[str, ...]]:
    """Yield the groups of columns whose values may stand in one row only."""
    if schema.primary_key:
        yield schema.primary_key
    yield from schema.unique_keys
    for name, column in known.items():
        if column.limits.is_unique and (name,) != schema.primary_key:
            yield (name,)


def repetitions(
    values: list[dict[str, Value]], group: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """Yield (row, earlier row) where a filled key stands twice."""
    seen: dict[tuple[Value, ...], int] = {}
    for index, row in enumerate(values):
        key = tuple(row.get(name) for name in group)
        if None not in key:
            first = seen.setdefault(key, index)
            if first != index:
                yield index, first
