"""category-wrong-level: an entry uses a category its level does not publish (column `levels`)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape
from disclosure.rules.rule import rule

CODE = Code(
    "category-wrong-level",
    zh="类目 {value}（{title}）不在{level.zh}公开范围内",
    en="category {value} is not published at the {level.en} level",
    hint_zh="该类目的公开层级：{allowed}；请换用本级的类目",
    hint_en="see the column levels of {value} in catalogue/categories.csv",
)


def has_other_level(shape: Shape) -> bool:
    """Tell whether the category is known and its levels leave this one out."""
    return shape.category is not None and shape.level not in shape.category.levels


@rule(CODE, gate=has_other_level)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where the category is known and its levels leave this one out."""
    category = facts.category(entry)
    if category and entry.level not in category.levels:
        yield CODE.at(
            entry.file,
            entry.header.line("category"),
            "category",
            value=category.code,
            title=category.name,
            level=entry.level,
            allowed="、".join(level.zh for level in category.levels),
        )
