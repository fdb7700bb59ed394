"""view-published-twice: a derived category (E0206 from E0202) is given a table of its own.

The rows are shown from the category it is derived from; what stands twice sooner or later differs.
An article may still name those packages in `data:` and add the elements that are words.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "view-published-twice",
    zh="类目 {value}（{title}）的明细由类目 {origin}（{origin_title}）自动得出，不另发数据表",
    en="category {value} is derived from {origin} and must not carry a table of its own",
    hint_zh="请删除本数据包，把收支记入 {origin} 的数据包；"
    "需要说明的，另写图文信息，在 data: 中列出该数据包",
    hint_en="enter the rows under {origin}; an article may name that package in data:",
)


@rule(CODE, keys=("resources",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where a package of a derived category holds rows."""
    if not entry.tables or entry.is_withdrawn:
        return
    category = facts.category(entry)
    if category is None or not category.view_of or not any(table.rows for table in entry.tables):
        return
    origin = facts.catalogue.get(category.view_of)
    yield CODE.at(
        entry.file,
        entry.header.line("category"),
        "category",
        value=category.code,
        title=category.name,
        origin=category.view_of,
        origin_title=origin.name if origin else "",
    )
