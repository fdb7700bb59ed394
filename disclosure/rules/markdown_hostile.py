"""markdown-hostile: a text is made to stop the Markdown parser or to deceive the reader.

Long rows of brackets and deep nesting take the parser minutes; control characters and reversed
writing direction make a page say something else than its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

MAX_ROW = 200  # of one sign
MAX_LINE = 20_000  # characters
MAX_BRACKETS = 1_000  # the parser looks for the end of each
MAX_BLANKS = 1_000  # in a row
MAX_FENCES = 200  # the parser looks for the end of each
MAX_DEPTH = 50  # quotes or lists in one another
SIGNS = "[](){}<>*_`!"
NO_SIGNS = bytes(set(range(128)) - set(f"{SIGNS}~".encode()))
ROWS = (*(sign * MAX_ROW for sign in SIGNS), "![" * (MAX_ROW // 2), "[]" * (MAX_ROW // 2))
QUOTES = re.compile(rf"^(?:[ \t]*>){{{MAX_DEPTH + 1}}}", re.MULTILINE)
LISTS = re.compile(rf"^[ \t]*(?:(?:[-*+]|\d+\.)[ \t]+){{{MAX_DEPTH + 1}}}", re.MULTILINE)
BLANKS = " " * MAX_BLANKS
DEEP = re.compile(
    rf"^(?: {{{2 * MAX_DEPTH},}}|\t{{{MAX_DEPTH},}})(?:[-*+]|\d+\.)[ \t]", re.MULTILINE
)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
CODE = Code(
    "markdown-hostile",
    zh="{reason_zh}，可能使网页生成卡住或误导读者",
    en="{reason_en}: it may stop the build or mislead readers",
    hint_zh="请删除这一处，重新输入正文",
    hint_en="delete this and type the text anew",
)


@rule(CODE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the first place of each kind of hostile text."""
    body = entry.body
    if is_dense(entry.body_in_ascii):
        yield from signs(entry, body)
    if len(body) > MAX_LINE:
        start = 0
        for line in body.split("\n"):
            if len(line) > MAX_LINE:
                yield problem(entry, start, f"一行超过 {MAX_LINE} 个字符", "an endless line")
                break
            start += len(line) + 1
    if not entry.is_visible:
        yield from controls(entry)


def is_dense(plain: bytes) -> bool:
    """Tell cheaply whether a body has signs or blanks enough for any of what is looked for."""
    signs = len(plain.translate(None, NO_SIGNS))
    return signs > MAX_DEPTH or plain.count(b" ") + plain.count(b"\t") > MAX_DEPTH


def signs(entry: Entry, body: str) -> Iterator[Problem]:
    """Yield the first long row of signs, and too many or too deep ones."""
    for row in ROWS:
        if row in body:
            zh, en = f"连续出现 {MAX_ROW} 个“{row[:2]}”一类的符号", f"{MAX_ROW} signs in a row"
            yield problem(entry, body.index(row), zh, en)
            break
    if body.count("[") > MAX_BRACKETS:
        zh, en = f"方括号“[”超过 {MAX_BRACKETS} 个", f"more than {MAX_BRACKETS} brackets"
        yield problem(entry, body.index("["), zh, en)
    if body.count("```") + body.count("~~~") > MAX_FENCES:
        zh, en = f"代码块标记超过 {MAX_FENCES} 个", f"more than {MAX_FENCES} code fences"
        yield problem(entry, 0, zh, en)
    if BLANKS in body:
        zh, en = f"连续出现 {MAX_BLANKS} 个空格", f"{MAX_BLANKS} blanks in a row"
        yield problem(entry, body.index(BLANKS), zh, en)
    found = QUOTES.search(body) or LISTS.search(body) or DEEP.search(body)
    if found:
        zh, en = f"引用或列表嵌套超过 {MAX_DEPTH} 层", f"nested over {MAX_DEPTH} levels"
        yield problem(entry, found.start(), zh, en)


def controls(entry: Entry) -> Iterator[Problem]:
    """Yield the first control character of the body and of each value of the front matter."""
    zh, en = "含有看不见的控制字符或改变文字方向的字符", "control or direction-changing characters"
    found = CONTROL.search(entry.body)
    if found:
        yield problem(entry, found.start(), zh, en)
    for _, line, text in entry.header_texts:
        if CONTROL.search(text):
            yield CODE.at(entry.file, line, reason_zh=zh, reason_en=en)


def problem(entry: Entry, start: int, zh: str, en: str) -> Problem:
    """Return the problem of a place in the body."""
    line = entry.body_line + entry.body.count("\n", 0, start)
    return CODE.at(entry.file, line, reason_zh=zh, reason_en=en)
