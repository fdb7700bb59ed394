"""nil-with-rows: a nil report (无事项报告) carries rows, so something did happen."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "nil-with-rows",
    zh="写了 nil: true（无事项），但数据表 {name} 有 {value} 行",
    en="it says nil: true, but the table {name} has {value} rows",
    hint_zh="有事项的，删除 nil 和 nil_reason；确无事项的，清空数据表，只留表头",
    hint_en="delete nil and nil_reason, or empty the table down to its header",
)


@rule(CODE, keys=("nil",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for the first table with rows, own or of a package the entry names."""
    if not entry.is_nil:
        return
    for table in facts.tables(entry):
        if table.rows:
            yield CODE.at(
                entry.file,
                entry.header.line("nil"),
                "nil",
                value=str(len(table.rows)),
                name=table.name,
            )
            return
