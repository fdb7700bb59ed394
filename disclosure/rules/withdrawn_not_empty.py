"""withdrawn-not-empty: a withdrawn entry still carries what was withdrawn (条例 arts. 15, 40).

Its title, dates, publisher and reason stay; body, elements, blocks, pictures, attachments and
tables go, since whatever stays in the repository is still public.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "withdrawn-not-empty",
    zh="本条已撤回，但仍保留{what}",
    en="the entry is withdrawn, but {field} is still there",
    hint_zh="请删除{what}；只保留标题、日期、公开主体和 withdrawn（撤回日期、理由）",
    hint_en="delete it; title, dates, publisher and the reason stay",
)
CARRIERS = {
    "elements": "公开要素",
    "data": "数据包",
    "attachments": "附件",
    "images": "图片",
    "letter": "来信和答复",
    "vote": "表决结果",
    "guide": "办事指南内容",
    "album": "相册内容",
}


@rule(CODE, keys=("withdrawn",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each part of a withdrawn entry that still says something."""
    if not entry.is_withdrawn:
        return
    if entry.body.strip():
        yield CODE.at(entry.file, entry.body_line, "body", what="正文")
    for key, what in CARRIERS.items():
        if entry.header.has(key):
            yield CODE.at(entry.file, entry.header.line(key), key, what=what)
    for table in entry.tables:
        yield CODE.at(entry.file, table.line, "resources", what="数据表", value=table.name)
