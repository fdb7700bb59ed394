"""rows-without-nil: a table is empty and nothing says that it is meant to be."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "rows-without-nil",
    zh="数据表 {value} 没有数据行，也没有说明本期无事项",
    en="the table {value} has no rows, and nothing says that there was nothing to report",
    hint_zh="请填写数据；确无事项的，在 datapackage.yaml 写 nil: true 和 nil_reason: 原因",
    hint_en="fill the table, or declare nil: true with nil_reason",
)


@rule(CODE, keys=("resources",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield a problem where all tables of a package are empty without a nil report."""
    if not entry.tables or entry.is_nil or entry.is_withdrawn:
        return
    if any(table.rows for table in entry.tables):
        return
    first = entry.tables[0]
    yield CODE.at(entry.file, first.line, "resources", value=first.name)
