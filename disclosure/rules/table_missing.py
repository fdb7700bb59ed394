"""table-missing: a category that is published as a table has no data package behind it."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Kind
from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape, is_known
from disclosure.rules.rule import rule

CODE = Code(
    "table-missing",
    zh="类目 {value}（{title}）要公开数据表，本条没有列出数据包",
    en="category {value} is published as a table, and the entry names no data package",
    hint_zh="先建 data/<名称>/ 数据包（数据表用“{table}”），再在信息头写 data: [<名称>]",
    hint_en="make data/<name>/ with the table {table}, then write data: [<name>]",
)


def is_article_of_table(shape: Shape) -> bool:
    """Tell whether the category is published as a table and this is an article without one."""
    category = shape.category
    is_table = is_known(shape) and category is not None and category.needs_table
    return is_table and shape.kind is Kind.ARTICLES and not shape.fills("data")


@rule(CODE, gate=is_article_of_table)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem for an article of such a category; a package always lists its tables."""
    category = facts.category(entry)
    if category is None or not category.needs_table or entry.kind is not Kind.ARTICLES:
        return
    if entry.is_withdrawn or entry.is_nil or entry.header.has("data"):
        return
    table = facts.catalogue.tables.get(category.data_table)
    yield CODE.at(
        entry.file,
        entry.header.line("category"),
        "data",
        value=category.code,
        title=category.name,
        table=f"table:{category.data_table} {table.title}" if table else category.data_table,
    )
