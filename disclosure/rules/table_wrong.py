"""table-wrong: the data package does not hold the standard table its category is published by."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Category, Kind
from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape, is_known
from disclosure.rules.rule import rule

CODE = Code(
    "table-wrong",
    zh="类目 {category}（{title}）用的标准数据表是 {expected}（{table}），这里是“{value}”",
    en="category {category} is published by the table {expected}, this one is {value!r}",
    hint_zh="请写 schema: table:{expected}，并按该表的列名填写；或换用合适的类目",
    hint_en="write schema: table:{expected} and use its columns, or choose a fitting category",
)


def has_table(shape: Shape) -> bool:
    """Tell whether the category has a standard table and the entry may show tables."""
    category = shape.category
    is_table = is_known(shape) and category is not None and bool(category.data_table)
    return is_table and (shape.kind is Kind.DATA or shape.gives("data"))


@rule(CODE, gate=has_table)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where tables are there, none of them unknown, and none is the right one."""
    category = facts.category(entry)
    if category is None or not category.data_table or entry.is_withdrawn:
        return
    if entry.kind is Kind.DATA:
        tables, line = entry.tables, min((table.line for table in entry.tables), default=1)
    elif category.needs_table:
        packages = facts.packages(entry)
        if any(package.category == category.code for package in packages):
            return  # the package itself is told
        tables = tuple(table for package in packages for table in package.tables)
        line = entry.header.line("data")
    else:
        return
    names = {table.table for table in tables}
    if not names or category.data_table in names:
        return
    if names - {""} - facts.catalogue.tables.keys():
        return  # table-unknown
    yield wrong(entry, category, line, "、".join(sorted(names - {""})), facts)


def wrong(entry: Entry, category: Category, line: int, found: str, facts: Facts) -> Problem:
    """Return the problem, naming the table that was found."""
    table = facts.catalogue.tables.get(category.data_table)
    return CODE.at(
        entry.file,
        line,
        "schema" if entry.kind is Kind.DATA else "data",
        value=found or "未指明",
        category=category.code,
        title=category.name,
        expected=category.data_table,
        table=table.title if table else "",
    )
