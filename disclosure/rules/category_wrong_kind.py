"""category-wrong-kind: the folder of an entry does not fit its category's content type."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import KINDS_BY_CONTENT_TYPE
from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape
from disclosure.rules.rule import rule

CODE = Code(
    "category-wrong-kind",
    zh="类目 {value}（{title}）不能放在 {folder}/ 文件夹（{kind}）里",
    en="category {value} does not go into the folder {folder}/",
    hint_zh="请移到 {allowed}，或换用合适的类目",
    hint_en="move it to {allowed_en}, or choose a fitting category",
)


def has_other_kind(shape: Shape) -> bool:
    """Tell whether the category is known and not published in this form."""
    category = shape.category
    return category is not None and not category.fits(shape.kind)


@rule(CODE, gate=has_other_kind)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where the category is known and its content type leaves the kind out."""
    category = facts.category(entry)
    if category and not category.fits(entry.kind):
        kinds = KINDS_BY_CONTENT_TYPE.get(category.content_type, ())
        yield CODE.at(
            entry.file,
            entry.header.line("category"),
            "category",
            value=category.code,
            title=category.name,
            folder=entry.kind.value,
            kind=entry.kind.zh,
            allowed="或".join(f"{kind.value}/（{kind.zh}）" for kind in kinds),
            allowed_en=" or ".join(f"{kind.value}/" for kind in kinds),
        )
