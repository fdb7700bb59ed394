"""table-unknown: a resource follows a standard table that does not exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "table-unknown",
    zh="没有名为“{value}”的标准数据表",
    en="there is no standard table {value!r}",
    hint_zh="请写 schema: table:{best}（{title}）",
    hint_en="write schema: table:{best}",
)


@rule(CODE, keys=("resources",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each of the package's tables whose standard is unknown."""
    standards = facts.catalogue.tables
    for table in entry.tables:
        if not table.table or table.table in standards:
            continue
        category = facts.category(entry)
        close = difflib.get_close_matches(table.table, standards, 1, 0.6)
        best = close[0] if close else (category.data_table if category else "")
        best = best or next(iter(standards), "")
        yield CODE.at(
            entry.file,
            table.line,
            "schema",
            value=table.table,
            best=best,
            title=standards[best].title if best in standards else "标准数据表",
        )
