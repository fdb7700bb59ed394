"""html-changed: raw HTML in a body would be changed by the cleaning that follows Markdown.

The policy is `disclosure/entry/markup.py`. Looked at are tags as written: names, attributes, and
whether each that opens also closes; comments never reach a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.entry.markup import VOID_TAGS, is_allowed
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*)(?P<rest>[^>]*)>")
OPEN_AT_END = re.compile(r"<[A-Za-z][A-Za-z0-9]*(?:\s[^>]*)?$")
ATTRIBUTE = re.compile(r"""[\s/]*(?P<name>[^\s=/>"']+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?""")
CODE = Code(
    "html-changed",
    zh="正文中的 {value} 发布时会被{how_zh}",
    en="{value} in the body will be {how_en} when published",
    hint_zh="请改用 Markdown 写法；不是标签的小于号写成 &lt;",
    hint_en="write it in Markdown; write &lt; for a less-than sign",
)
REMOVED = ("清除", "removed")
CLOSED = ("补上或去掉另一半", "completed or removed")


@rule(CODE, marks=("<",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each piece of raw HTML that a page would not hold as written."""
    if "<" not in entry.body:
        return
    balance: Counter[str] = Counter()
    first: dict[str, tuple[int, str]] = {}
    for number, text in entry.outline.html:
        line = entry.body_line + number - 1
        tag = TAG.fullmatch(text)
        if tag is None:
            if text.startswith(("<!", "<?")) or OPEN_AT_END.fullmatch(text):
                yield problem(entry, line, text, REMOVED)
            continue
        name = tag["name"].lower()
        wrong = refused(name, tag["rest"])
        if wrong:
            yield problem(entry, line, wrong if wrong != name else text, REMOVED)
        elif name not in VOID_TAGS and not tag["rest"].rstrip().endswith("/"):
            balance[name] += -1 if tag["close"] else 1
            first.setdefault(name, (line, text))
    for name in sorted(name for name, count in balance.items() if count):
        yield problem(entry, *first[name], CLOSED)


def refused(name: str, rest: str) -> str:
    """Return the tag or the attribute that the policy refuses, or ""."""
    if not is_allowed(name):
        return name
    for found in ATTRIBUTE.finditer(rest):
        attribute = found["name"].lower()
        if not is_allowed(name, attribute):
            return f"{name} {attribute}"
    return ""


def problem(entry: Entry, line: int, text: str, how: tuple[str, str]) -> Problem:
    """Return the problem of one piece."""
    return CODE.at(entry.file, line, value=text, how_zh=how[0], how_en=how[1])
