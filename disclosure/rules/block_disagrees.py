"""block-disagrees: a guide or vote is given twice, as a block and as a table, and the two differ.

The row is found by the first column of the table's primary key that the block gives (`item_code`,
`ballot_id`), an option by its number. Only what both give is compared; numbers by their value.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from disclosure.catalogue import Key, Table
from disclosure.catalogue.binding import fold
from disclosure.dataset import DataTable
from disclosure.entry import Entry
from disclosure.marked import Given
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "block-disagrees",
    zh="信息头 {field} 写的是“{value}”，数据表 {table} 第 {at} 行是“{other}”",
    en="{field} is {value!r} in the front matter and {other!r} in row {at} of {table}",
    hint_zh="两处须一致：请核对原始材料后改正其中一处",
    hint_en="make the two agree",
)
ROW_MISSING = Code(
    "block-not-in-table",
    zh="数据表 {table} 里没有 {field} 为“{value}”的行",
    en="no row of {table} has {field} {value!r}",
    hint_zh="请在数据表中补上这一项，或改正信息头里的编号",
    hint_en="add the row or correct the number in the front matter",
)
NUMBERS = frozenset({"number", "integer"})


@rule(CODE, ROW_MISSING, keys=("data",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each difference between a block and the tables of the packages the entry names."""
    if entry.is_withdrawn:
        return
    for name, block in (entry.header.given.fields or {}).items():
        key = facts.catalogue.keys.get(name)
        standard = facts.catalogue.tables.get(key.table) if key else None
        if key and standard and block.fields:
            for table in facts.tables(entry):
                if table.table == key.table:
                    yield from compare(entry.file, key, block, table, standard)


def compare(
    file: str, key: Key, block: Given, table: DataTable, standard: Table
) -> Iterator[Problem]:
    """Yield the differences between one block and one table."""
    by = next((name for name in standard.primary_key if block.text_of(name)), "")
    if by not in table.columns:
        return
    wanted = fold(block.text_of(by))
    at = table.columns.index(by)
    rows = [(row, cells) for row, cells in enumerate(table.rows, 2) if fold(cells[at]) == wanted]
    if not rows:
        line = (block.get(by) or block).line
        yield ROW_MISSING.at(
            file, line, f"{key.name}.{by}", value=block.text_of(by), table=table.name
        )
    numbers = {column.name for column in standard.columns.values() if column.type in NUMBERS}
    for row, cells in rows:
        given = dict(zip(table.columns, cells, strict=True))
        for part in parts_of(block, given):
            for name, value in (part.fields or {}).items():
                cell = given.get(name)
                if cell is None or not value.is_text or value.is_blank:
                    continue
                if not is_same(value.text, cell, is_number=name in numbers):
                    yield CODE.at(
                        file,
                        value.line,
                        f"{key.name}.{name}",
                        value=value.text,
                        other=cell,
                        at=row,
                        table=table.name,
                    )
        if "option_no" not in given:
            break


def parts_of(block: Given, row: dict[str, str]) -> Iterator[Given]:
    """Yield the maps of a block that speak of a row: the block, and the option of its number."""
    yield block
    options = block.get("options")
    for option in (options.items or ()) if options else ():
        if option.text_of("option_no") == row.get("option_no"):
            yield option


def is_same(one: str, other: str, *, is_number: bool) -> bool:
    """Tell whether two texts mean the same; numbers by value, words after NFKC."""
    if fold(one) == fold(other):
        return True
    if not is_number:
        return False
    try:
        return Decimal(fold(one)) == Decimal(fold(other))
    except InvalidOperation:
        return False
