"""trigger-key-missing: the key from which the time limit is reckoned is not given (条例 art. 26:
limits run from formation or change; the trigger of each category is catalogue data).

A package named in `data:` may hold the key instead. Where the key is also a required element that
stands nowhere, element-missing says so alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Category, Trigger
from disclosure.entry import Entry
from disclosure.entry.elements import missing_elements
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape, is_known
from disclosure.rules.rule import rule

CODE = Code(
    "trigger-key-missing",
    zh="缺少 {field}（{title}）：类目 {category}（{name}）的公开时限从它起算",
    en="{field} is missing: the time limit of category {category} is reckoned from it",
    hint_zh="在信息头加一行，如 {field}: {example}",
    hint_en="add a line such as {field}: {example}",
)
EXAMPLES = {
    "daily": "2026-10（每日的数据按月成包）",
    "weekly": "2026-10（每周的数据按月成包）",
    "monthly": "2026-10",
    "quarterly": "2026-Q3",
    "half_yearly": "2026-H1",
    "yearly": "2025",
}


def lacks_key(shape: Shape) -> bool:
    """Tell whether the key of the category's trigger is not given."""
    category = shape.category
    return is_known(shape) and category is not None and not shape.fills(category.trigger.key)


@rule(CODE, gate=lacks_key)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where neither the entry nor a package it names gives the trigger's key."""
    category = facts.category(entry)
    if category is None or entry.is_withdrawn:
        return
    key = category.trigger.key
    if entry.header.has(key):
        return
    packages = facts.packages(entry)
    if any(package.header.has(key) for package in packages):
        return
    for binding in missing_elements(entry, category, facts.catalogue, packages):
        alias = binding.alias
        if not binding.is_column and alias and any(key in choice for choice in alias.keys):
            return
    anchor = key if entry.header.get(key) else "category"
    yield CODE.at(
        entry.file,
        entry.header.line(anchor),
        key,
        title=facts.catalogue.keys[key].title,
        category=category.code,
        name=category.name,
        example=example_of(category),
    )


def example_of(category: Category) -> str:
    """Return a value the key could have."""
    if category.trigger is Trigger.PERIODIC and category.rhythm:
        return EXAMPLES[category.rhythm.value]
    return "2026-10-09"
