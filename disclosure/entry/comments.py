"""Looks for numbers of persons in the comments of a descriptor, which is published as it stands.

A comment is no value: rules look at values, no page shows it, and still everybody can read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.marked import Given, read_marked
from disclosure.personal import has_long_number, scan
from disclosure.problem import Code, Problem

DESCRIPTOR_COMMENT = Code(
    "descriptor-comment",
    zh="注释里有疑似个人号码 {value}；描述文件原样公开，注释也在内",
    en="a comment holds what looks like a personal number, {value}; it would be published",
    hint_zh="请删去这一行 # 后面的文字",
    hint_en="delete the comment",
)
MARK = re.compile(r"(?:^|(?<=[ \t]))#")


def comments_in(text: str, file: str, given: Given) -> Iterator[Problem]:
    """Yield the comments of a descriptor with such a number; `given` is what it was read as.

    A `#` begins a comment where its line can end before it and the same is read.
    """
    if "#" not in text or not has_long_number(text):
        return
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        for mark in MARK.finditer(line):
            finding = next(scan(line[mark.end() :]), None)
            if finding is None:
                continue
            shorter = [*lines[: number - 1], line[: mark.start()].rstrip(), *lines[number:]]
            if read_marked("\n".join(shorter), file)[0] == given:
                yield DESCRIPTOR_COMMENT.at(file, number, value=finding.masked)
                break
