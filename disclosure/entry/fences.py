"""Where the front matter of an entry begins and ends: the two fences of three hyphens."""

from __future__ import annotations

import re

from msgspec import Struct

from disclosure.personal.hide import hide_numbers
from disclosure.problem import Code, DisclosureError, Problem

# What people type or Word makes of three hyphens; dashes of every width, two or more hyphens.
LINE = r"[ \t\u3000]*(?:-{2,}|[‐-―─━﹣－-]*[‐-―─━﹣－][‐-―─━﹣－-]*)[ \t]*(?=\n|\Z)"
OPENING = re.compile(LINE)
CLOSING = re.compile(rf"\n({LINE})")  # the line end first: it is what a search finds fastest
EXACT = re.compile(r"---[ \t]*")
FENCE_LIKE = re.compile(r"\n[ \t\u3000]*[‐-―─━﹣－-]")  # so begins every fence, and a list's item
LEADING = re.compile(r"(?:[ \t\u3000]*\n)*")
KEY_LIKE = re.compile(r"[^\s,，。、；;]{1,16}?\s*[:：]|[ \t\u3000#]|-\s")

MISSING = Code(
    "front-matter-missing",
    zh="文件开头没有以 --- 包住的信息头，第 {line} 行是“{value}”",
    en="the file does not begin with front matter between --- lines; line {line} is {value!r}",
    hint_zh="第 1 行只写三个英文减号 ---，其下写标题、类目等，再以一行 --- 结束",
    hint_en="begin with a line of three hyphens, then the keys, then another such line",
)
UNCLOSED = Code(
    "front-matter-unclosed",
    zh="信息头没有结束：缺少第二行 ---（应在第 {line} 行之后）",
    en="the front matter is not closed: the second --- line is missing (after line {line})",
    hint_zh="在第 {line} 行的下面加一行 ---",
    hint_en="add a line of --- below line {line}",
)
FENCE_FORM = Code(
    "fence-form",
    zh="第 {line} 行应是信息头的分隔线，写成了“{value}”",
    en="line {line} should be the fence of the front matter, but is {value!r}",
    hint_zh="这一行改为 ---（三个英文减号，前面不留空格）",
    hint_en="write --- (three ASCII hyphens, nothing before them)",
)


BLANK_ABOVE = Code(
    "blank-above-fence",
    zh="信息头的上面有空行，--- 应在第 1 行",
    en="there are blank lines above the front matter; --- belongs on line 1",
    hint_zh="请删去文件开头的空行",
    hint_en="delete the blank lines at the beginning",
)
EMPTY = Code(
    "entry-empty",
    zh="文件是空的",
    en="the file is empty",
    hint_zh="用 tasks.py new 新建一条内容，或删除这个文件",
    hint_en="begin one with tasks.py new, or delete the file",
)


class Split(Struct, frozen=True):
    """A file cut at its fences; `rest` is what follows the closing one, its line end included."""

    above: str
    first_line: int
    rest: str
    problems: tuple[Problem, ...]

    @property
    def body(self) -> str:
        return self.rest[1:]

    @property
    def body_line(self) -> int:
        """The physical line the body begins on."""
        return self.first_line + self.above.count("\n") + 1

    def join(self, above: str) -> str:
        """Return the text of the file with other front matter and proper fences."""
        return f"---\n{above}---{self.rest}"


def split(text: str, file: str) -> Split:
    """Return the parts of a file; raise where a fence is missing."""
    return split_usual(text) or split_any(text, file)


def split_usual(text: str) -> Split | None:
    """Return the parts of a file whose fences are as they should be, None where it takes a look."""
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    if end < 0 or FENCE_LIKE.search(text, 3, end):
        return None
    return Split(text[4 : end + 1], 2, text[end + 4 :], ())


def split_any(text: str, file: str) -> Split:
    """Return the parts of a file, with what is wrong with its fences."""
    start = LEADING.match(text).end() if text[:1].isspace() else 0  # type: ignore[union-attr]
    line = text.count("\n", 0, start) + 1
    opening = OPENING.match(text, start)
    if opening is None:
        if not text.strip():
            raise DisclosureError(EMPTY.at(file, 1))
        first = text[start:].split("\n", 1)[0]
        raise DisclosureError(MISSING.at(file, line, value=hide_numbers(first)[:12]))
    closing = CLOSING.search(text, opening.end())
    if closing is None:
        raise DisclosureError(UNCLOSED.at(file, last_key_line(text)))
    above = text[opening.end() + 1 : closing.start(1)]
    problems = []
    if start:
        problems.append(BLANK_ABOVE.at(file, 1))
    if not EXACT.fullmatch(opening[0]):
        problems.append(FENCE_FORM.at(file, line, value=opening[0].strip()))
    if not EXACT.fullmatch(closing[1]):
        closing_line = line + above.count("\n") + 1
        problems.append(FENCE_FORM.at(file, closing_line, value=closing[1].strip()))
    return Split(above, line + 1, text[closing.end() :], tuple(problems))


def last_key_line(text: str) -> int:
    """Return the line after which a front matter without closing fence most likely ends."""
    last = 1
    for number, line in enumerate(text.split("\n")[1:], 2):
        if line.strip() and not KEY_LIKE.match(line):
            break
        if line.strip() and not line.startswith("#"):
            last = number
    return last


def unclosed_at(above: str, file: str, first_line: int) -> Problem | None:
    """Return the problem of a closing fence found too late, below prose, or None.

    A blank line and then a line that is no key is the body: the fence found is a rule drawn in it.
    """
    lines = above.split("\n")
    for number, line in enumerate(lines[1:], 1):
        if line.strip() and not lines[number - 1].strip() and not KEY_LIKE.match(line):
            return UNCLOSED.at(file, last_key_line("---\n" + above) + first_line - 2)
    return None
