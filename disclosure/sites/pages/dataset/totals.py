"""The totals of a table: of the columns whose schema says that their rows add up, and no others.

Amounts of income and expense, of different periods or in different units do not add up: the schema
names the columns by which they are kept apart (`total_by`).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.catalogue import Column, Table
from disclosure.dataset import ValueTable
from disclosure.dataset.cells import Value
from disclosure.period import parse_period
from disclosure.sites.pages.numbers import count_zh, money_zh
from disclosure.sites.pages.table_view import YUAN, ColumnView, TableView, cell_words, view_rows

MAX_GROUPS = 12  # of rows kept apart; a table that has more is no matter of totals
NO_VALUE = "未填"
Group = tuple[str, ...]


def view_totals(values: ValueTable, title: str) -> tuple[TableView, ...]:
    """Return the totals of a table of several rows: a table for each way of keeping rows apart."""
    if len(values.rows) < 2:
        return ()
    by_parts: dict[tuple[str, ...], list[Column]] = {}
    for name in values.table.columns:
        column = values.schema.columns.get(name)
        if column and column.has_total:
            parts = tuple(part for part in column.total_by if part in values.table.columns)
            by_parts.setdefault(parts, []).append(column)
    found = (total_table(values, parts, columns, title) for parts, columns in by_parts.items())
    return tuple(table for table in found if table)


def total_table(
    values: ValueTable, parts: tuple[str, ...], columns: list[Column], title: str
) -> TableView | None:
    """Return the totals of some columns by the same parts; None where there is nothing to add."""
    sums = add_up(values, parts, columns)
    filled = [column for column in columns if any(column.name in one for one in sums.values())]
    if not filled or len(sums) > MAX_GROUPS:
        return None
    heads = tuple(view_parts(values.schema, parts)) or (ColumnView("", "范围", "", "", False),)
    views = tuple(
        ColumnView(column.name, column.title, column.unit, column.description, is_number=True)
        for column in filled
    )
    whole = (f"全部 {len(values.rows)} 行",)
    rows = [
        (*(group or whole), *(total_words(one.get(column.name), column) for column in filled))
        for group, one in sums.items()
    ]
    shown = (*heads, *views)
    return TableView(f"{title}的合计", shown, view_rows(shown, rows), len(rows), "", "")


def add_up(
    values: ValueTable, parts: tuple[str, ...], columns: list[Column]
) -> dict[Group, dict[str, Decimal]]:
    """Return the sums of some columns by group, groups in the order of the table."""
    sums: dict[Group, dict[str, Decimal]] = {}
    for row in values.rows:
        group = tuple(part_words(row.cells.get(part), part, values.schema) for part in parts)
        one = sums.setdefault(group, {})
        for column in columns:
            value = row.cells.get(column.name)
            if isinstance(value, Decimal | int):
                one[column.name] = one.get(column.name, Decimal()) + value
    return sums


def view_parts(schema: Table, parts: tuple[str, ...]) -> Iterator[ColumnView]:
    """Yield the columns by which rows are kept apart."""
    for part in parts:
        yield ColumnView(part, schema.columns[part].title, "", "", is_number=False)


def part_words(value: Value, part: str, schema: Table) -> str:
    """Return what a group has in common, in words: a period, a kind, a unit."""
    if value is None:
        return NO_VALUE
    period = parse_period(str(value)) if part == "period" else None
    return period.zh if period else cell_words(str(value), schema.columns[part])


def total_words(total: Decimal | None, column: Column) -> str:
    """Return a total as people read it; "" where no row has a value."""
    if total is None:
        return ""
    if column.unit == YUAN:
        return money_zh(total)
    return count_zh(int(total)) if total == total.to_integral_value() else f"{total.normalize():f}"
