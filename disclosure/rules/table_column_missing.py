"""table-column-missing: a table lacks a column its standard table requires."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "table-column-missing",
    zh="数据表缺少必需的列 {value}（{title}）",
    en="the table lacks the required column {value}",
    hint_zh="请在第一行表头加上 {value}，每行填写{title}",
    hint_en="add {value} to the header row and fill it",
)


@rule(CODE, keys=("resources",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each required column that a table of the package leaves out."""
    for table in entry.tables:
        standard = facts.catalogue.tables.get(table.table)
        if standard is None:
            continue
        for column in standard.columns.values():
            if column.is_required and column.name not in table.columns:
                yield CODE.at(
                    table.file, 0, column.name, row=1, value=column.name, title=column.title
                )
