"""image-alt-missing: a picture has no alternative text (无障碍环境建设法 art. 32; WCAG 1.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

ALT = re.compile(r"""\balt\s*=\s*(?:"[^"]*\S[^"]*"|'[^']*\S[^']*'|[^\s"'>]+)""", re.IGNORECASE)
CODE = Code(
    "image-alt-missing",
    zh="图片 {value} 没有替代文字",
    en="the picture {value} has no alternative text",
    hint_zh="用一句话说明图上是什么：正文写 ![文化广场](…)，images 中写 alt: 文化广场",
    hint_en="say in a sentence what it shows: ![the square](...), or `alt:` under images",
)


@rule(CODE, keys=("images",), marks=("![", "<"))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each picture without a word on what it shows."""
    listed = entry.header.get("images")
    for item in (listed.items or ()) if listed else ():
        if item.fields is not None and not item.text_of("alt").strip():
            yield CODE.at(entry.file, item.line, "images.alt", value=item.text_of("file"))
    if "![" not in entry.body and "<" not in entry.body:
        return
    for link in entry.outline.links:
        if link.is_image and not link.text.strip():
            yield CODE.at(entry.file, entry.body_line + link.line - 1, value=link.target)
    for number, tag in entry.outline.html:
        if tag[:4].lower() == "<img" and not ALT.search(tag):
            yield CODE.at(entry.file, entry.body_line + number - 1, value=tag)
