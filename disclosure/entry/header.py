"""The front matter of an entry: where it begins and ends, and its values by key."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from disclosure.entry.cast import read_day, read_moment
from disclosure.marked import Given, read_marked
from disclosure.problem import Code, DisclosureError, Problem

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
NOTHING = Given(0, 0, fields={})

MISSING = Code(
    "front-matter-missing",
    zh="文件开头没有以 --- 包住的信息头,第 1 行是“{value}”",
    en="the file does not begin with front matter between --- lines; line 1 is {value!r}",
    hint_zh="第 1 行只写三个英文减号 ---,其下写标题、类目等,再以一行 --- 结束",
    hint_en="begin with a line of three hyphens, then the keys, then another such line",
)
UNCLOSED = Code(
    "front-matter-unclosed",
    zh="信息头没有结束:缺少第二行 ---(应在第 {line} 行之后)",
    en="the front matter is not closed: the second --- line is missing (after line {line})",
    hint_zh="在信息头最后一行的下面加一行 ---",
    hint_en="add a line of --- below the last key",
)
NOT_A_MAP = Code(
    "front-matter-not-a-map",
    zh="信息头不是“键: 值”的形式",
    en="the front matter is not made of `key: value` lines",
    hint_zh="每行写一个键,如 title: 标题",
    hint_en="write one key a line, such as title: ...",
)


@dataclass(frozen=True, slots=True)
class Header:
    """The keys of an entry as given; every access takes a dotted name such as `notice.from`."""

    given: Given

    def get(self, name: str) -> Given | None:
        """Return the value of a key, or None where it is absent."""
        fields = self.given.fields or {}
        if name in fields or "." not in name:
            return fields.get(name)
        first, _, rest = name.partition(".")
        inner = fields.get(first)
        return inner.get(rest) if inner else None

    def has(self, name: str) -> bool:
        """Tell whether a key is given and not blank."""
        given = self.get(name)
        return given is not None and not given.is_blank

    def text(self, name: str) -> str:
        given = self.get(name)
        return given.text.strip() if given else ""

    def texts(self, name: str) -> tuple[str, ...]:
        given = self.get(name)
        return given.texts() if given else ()

    def day(self, name: str) -> date | None:
        given = self.get(name)
        return read_day(given.text) if given else None

    def moment(self, name: str) -> datetime | None:
        given = self.get(name)
        return read_moment(given.text) if given else None

    def flag(self, name: str) -> bool:
        return self.text(name) == "true"

    def line(self, name: str) -> int:
        """Return the line of a key's value, of its parent where it is absent, or 1."""
        given = self.get(name)
        if given is None and "." in name:
            given = self.get(name.rpartition(".")[0])
        if given is None:
            return 1
        return given.key_line or given.line


def split(text: str, file: str) -> tuple[str, str, int]:
    """Return front matter, body and the line the body begins on; raise where a fence is missing."""
    opening = FENCE.match(text)
    if opening is None:
        first = text.lstrip().split("\n", 1)[0]
        raise DisclosureError(MISSING.at(file, 1, value=first[:30]))
    closing = FENCE.search(text, opening.end())
    if closing is None:
        raise DisclosureError(UNCLOSED.at(file, last_key_line(text)))
    start = min(closing.end() + 1, len(text))
    return text[opening.end() + 1 : closing.start()], text[start:], text.count("\n", 0, start) + 1


def last_key_line(text: str) -> int:
    """Return the line after which an unclosed front matter most likely ends."""
    last = 1
    for number, line in enumerate(text.split("\n")[1:], 2):
        if re.match(r"[A-Za-z_]+\s*[::]|\s+\S|-\s", line):
            last = number
        elif line.strip():
            break
    return last


def read_header(text: str, file: str, first_line: int) -> tuple[Header, list[Problem]]:
    """Return the header of some YAML and what is wrong with it; unreadable = no keys."""
    given, problems = read_marked(text, file, first_line)
    if given is None:
        if not problems:
            problems = [NOT_A_MAP.at(file, first_line)]
        return Header(NOTHING), problems
    if given.fields is None:
        return Header(NOTHING), [*problems, NOT_A_MAP.at(file, given.line)]
    return Header(given), problems
