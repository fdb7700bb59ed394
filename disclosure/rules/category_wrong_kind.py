"""category-wrong-kind: the folder of an entry does not fit its category's content type."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import KINDS_BY_CONTENT_TYPE
from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "category-wrong-kind",
    zh="类目 {value}（{title}）不能放在 {folder}/ 文件夹（{kind}）里",
    en="category {value} does not go into the folder {folder}/",
    hint_zh="请移到 {allowed}，或换用合适的类目",
    hint_en="move it to {allowed_en}, or choose a fitting category",
)


@rule(CODE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where the category is known and its content type leaves the kind out."""
    category = facts.category(entry)
    if category is None:
        return
    kinds = KINDS_BY_CONTENT_TYPE.get(category.content_type, ())
    if entry.kind not in kinds:
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
