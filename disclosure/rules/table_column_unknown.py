"""table-column-unknown: a column is declared neither by its table nor by its category."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from disclosure.catalogue.binding import extra_columns, fold
from disclosure.dataset import DataTable
from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "table-column-unknown",
    zh="数据表 {table} 没有“{value}”这一列",
    en="the table {table} has no column {value!r}",
    hint_zh="{near}",
    hint_en="use one of its columns; the nearest is {best}",
)


@rule(CODE, keys=("resources",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each undeclared column of the package's standard tables."""
    for table in entry.tables:
        standard = facts.catalogue.tables.get(table.table)
        if standard is None or standard.columns.keys() >= set(table.columns):
            continue
        titles = {column.name: column.title for column in standard.columns.values()}
        extra = extra_columns(facts.catalogue.bindings.get(entry.category, ()))
        titles |= {name: binding.element for name, binding in extra.items()}
        for name in table.columns:
            if name not in titles:
                yield unknown(table, name, titles)


def unknown(table: DataTable, name: str, titles: dict[str, str]) -> Problem:
    """Return the problem of one column, suggesting the nearest that is still to be given."""
    free = {key: title for key, title in titles.items() if key not in table.columns}
    by_title = {fold(title): key for key, title in free.items()}
    best = by_title.get(fold(name), "")
    if not best:
        close = difflib.get_close_matches(fold(name).lower(), free, 1, 0.6)
        close = close or difflib.get_close_matches(fold(name), by_title, 1, 0.6)
        best = by_title.get(close[0], close[0]) if close else ""
    return CODE.at(
        table.file,
        0,
        name,
        row=1,
        value=name,
        table=table.table,
        best=best,
        near=f"表头请写 {best}（{titles[best]}）" if best else "请删去这一列，或写入备注类的列",
    )
