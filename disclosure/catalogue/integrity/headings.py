"""Integrity of the headings of spreadsheets: each leads to one column, which is there."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue.headings import DAY, FILE, MONTH, Heading, fold, own_rows, read_heading
from disclosure.catalogue.integrity.standard import Standard
from disclosure.catalogue.table import Table
from disclosure.problem import Code, Problem
from disclosure.rows import Row

HEADING_WRONG = Code(
    "table-heading-wrong",
    zh="表头说法第 {line} 行（“{heading}”）的 {field} 写作“{value}”，{expected}",
    en="table headings line {line}: {field} {value!r} of {heading!r} does not fit",
    hint_zh="请对照 catalogue/tables/ 改正；同一个说法在一个表里只能指一列",
    hint_en="see catalogue/tables/; within one table a heading leads to one column only",
)


def check_headings(standard: Standard) -> Iterator[Problem]:
    """Yield headings of no column, of no value, and those that lead to two columns."""
    tables = standard.catalogue.tables
    rows = standard.rows["table_headings"]
    for row in rows:
        yield from check_target(row, standard)
    for table in tables.values():
        yield from check_clashes(table, tuple(own_rows(table, rows)))


def check_target(row: Row, standard: Standard) -> Iterator[Problem]:
    """Yield what one row names that is not there."""
    tables = standard.catalogue.tables
    if row["table"] and row["table"] not in tables:
        yield wrong(row, "table", "没有这个标准数据表")
        return
    meant = [tables[row["table"]]] if row["table"] else list(tables.values())
    holders = [table for table in meant if row["column"] in table.columns]
    if not holders:
        yield wrong(row, "column", "标准数据表里没有这一列")
        return
    heading = read_heading(row)
    for table in holders:
        if heading.sets:
            name, value = heading.sets
            column = table.columns.get(name)
            if column is None or (column.enum and value not in column.enum):
                yield wrong(row, "role", f"{table.title}没有这样的列或值")
        elif heading.part in (MONTH, DAY) and table.columns[row["column"]].type != "date":
            yield wrong(row, "role", "只有日期列才能拆成月、日")


def check_clashes(table: Table, rows: tuple[Row, ...]) -> Iterator[Problem]:
    """Yield the headings of one table that are another column's title, name or heading."""
    known = {fold(column.title): Heading(column.name) for column in table.columns.values()}
    known |= {name: Heading(name) for name in table.columns}
    for row in rows:
        if row["column"] in table.columns:
            meant = read_heading(row)
            if known.setdefault(fold(row["heading"]), meant) != meant:
                yield wrong(row, "heading", f"在{table.title}里已经指另一列")


def wrong(row: Row, field: str, expected: str) -> Problem:
    """Return the problem of one row."""
    return HEADING_WRONG.at(
        FILE, row.line, field, value=row[field], heading=row["heading"], expected=expected
    )
