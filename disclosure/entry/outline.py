"""What can be seen of a Markdown body without rendering it: headings, links, images, raw HTML."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from disclosure.once import once

HEADING = re.compile(r"\n(#{1,6})[ \t]+([^ \t\n][^\n]*)")
MAX_LEVEL = 6
FENCE = re.compile(
    r"(~{3,}|`{3,}) *(?:\{.*\}|\.?[\w#.+-]* *(?:hl_lines=([\"']).*?\2 *)?)"  # Python-Markdown's own
)
FENCE_END = re.compile(r"(?:~{3,}|`{3,}) *")
TARGET = (
    r"\(\s*(?:<(?P<angled>[^<>\n]{0,1000})>|"
    # Nearly all hold no brackets: these are taken at once, others sign by sign.
    r"(?P<plain>[^\s()<>]{1,1000}(?=\))|(?:[^\s()<>]|\([^\s()<>]{0,200}\)){1,1000}))"
    r"(?:\s+[^()\n]{0,200})?\)"
)
LINK = re.compile(r"(?P<sign>!?)\[(?P<text>[^\[\]\n]{0,400})\]" + TARGET)
AROUND = re.compile(r"\)\]" + TARGET)  # the link of a picture that is itself one
REFERENCE = re.compile(r"^ {0,3}\[([^\]\n]{1,200})\]:\s*<?(\S{1,1000})>?")
CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
HTML = re.compile(r"<(?=[A-Za-z/!?])[^>\n]{0,500}>?")
EMPHASIS = re.compile(r"(\*\*|__|(?<![\w*])\*|`+)(?=\S)([^*`\n]{1,200}?)(?<=\S)\1")
MARK = re.compile(r"[\[<]")
SIGN = re.compile(r"[\[<*_`]")  # without one of these, words are all there is
FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,40}\]")
AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]+>|<[^\s<>@]+@[^\s<>]+>")


class Heading(NamedTuple):
    """A heading; `is_empty` = nothing stands under it before the next of its level or above."""

    line: int
    level: int
    text: str
    is_empty: bool


class Link(NamedTuple):
    """A link or image as written; `line` counts from the body's first line (1)."""

    line: int
    is_image: bool
    text: str
    target: str


class Outline(Struct, frozen=True, dict=True):
    """The parts of a body that rules look at, in order; `prose` is the body without its code."""

    prose: str

    @once
    def headings(self) -> tuple[Heading, ...]:
        return tuple(find_headings(self.prose)) if "#" in self.prose else ()

    @once
    def links(self) -> tuple[Link, ...]:
        return tuple(link for number, line in self.marked for link in find_links(number, line))

    @once
    def html(self) -> tuple[tuple[int, str], ...]:
        return tuple(
            (number, found[0])
            for number, line in self.marked
            if "<" in line
            for found in HTML.finditer(AUTOLINK.sub("", line))
        )

    @once
    def marked(self) -> list[tuple[int, str]]:
        """The lines with a sign of a link or of HTML, numbered from 1."""
        return list(marked_lines(self.prose))


def outline_of(body: str) -> Outline:
    """Return the outline of a body; lines inside code fences hold no headings, links or HTML."""
    return Outline(prose_of(body))


def opening_of(body: str) -> str:
    """Return the words of the first paragraph: no heading, table, quotation, list or image."""
    return words_of("".join(first_paragraph(prose_of(body))))


def clip(text: str, length: int) -> str:
    """Return the beginning of a text: whole sentences where that leaves at least half, else cut."""
    if len(text) <= length:
        return text
    end = max(text.rfind(sign, 0, length) for sign in "。！？；") + 1
    return text[:end] if end >= length // 2 else text[: length - 2] + "……"


def may_hold_fence(body: str) -> bool:
    """Tell whether code may be fenced in a body; a single sign is found far faster than three."""
    return ("`" in body and "```" in body) or ("~" in body and "~~~" in body)


def prose_of(body: str) -> str:
    """Return a body with its code fences emptied: one sign stands for each, lines keep their place.

    A fence is one just where Python-Markdown sees one: closed by the same signs at the left edge.
    """
    if not may_hold_fence(body):
        return body
    lines = body.split("\n")
    closings: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if FENCE_END.fullmatch(line):
            closings.setdefault(line.rstrip(" "), []).append(number)
    until = -1
    for number, line in enumerate(lines):
        if number <= until:
            lines[number] = ""
            continue
        opening = FENCE.fullmatch(line)
        ends = closings.get(opening[1], []) if opening else []
        after = bisect_right(ends, number)
        if after < len(ends):
            until = ends[after]
            lines[number] = "`"
    return "\n".join(lines)


def find_headings(prose: str) -> list[Heading]:
    """Return the headings in order; what is not blank below one fills all those it is under."""
    filled = [False] * (MAX_LEVEL + 1)  # by level: whether anything stands under what follows
    headings = []
    end = len(prose)
    line = prose.count("\n") + 1
    for heading in reversed(list(HEADING.finditer("\n" + prose))):
        start, level = heading.start(), len(heading[1])
        is_filled = filled[level] or bool(prose[heading.end() - 1 : end].strip())
        filled[:level] = [above or is_filled for above in filled[:level]]
        filled[level:] = [False] * len(filled[level:])
        line -= prose.count("\n", start, end)
        end = start
        headings.append(Heading(line, level, title_of(heading[2]), not is_filled))
    return headings[::-1]


def title_of(text: str) -> str:
    """Return the text of a heading without the signs that may close it."""
    plain = text.rstrip(" \t")
    plain = plain.rstrip("#").rstrip(" \t") or plain
    return unicodedata.normalize("NFKC", plain).strip()


def marked_lines(prose: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with a sign of a link or of HTML without their code; most lines have none."""
    number, end = 1, 0
    while mark := MARK.search(prose, end):
        start = prose.rfind("\n", 0, mark.start()) + 1
        number += prose.count("\n", end, start)
        end = prose.find("\n", start)
        end = len(prose) if end < 0 else end
        yield number, without_code(prose[start:end])


def find_links(number: int, line: str) -> Iterator[Link]:
    """Yield the links and images of a line without code spans."""
    first = line.find("[")
    for found in LINK.finditer(line, max(first - 1, 0)) if first >= 0 else ():
        target = found["angled"] or found["plain"]
        if target:
            yield Link(number, found["sign"] == "!", found["text"], target)
    for found in AROUND.finditer(line) if ")](" in line else ():
        target = found["angled"] or found["plain"]
        if target:
            yield Link(number, False, "", target)
    reference = REFERENCE.match(line)
    if reference:
        yield Link(number, False, reference[1], reference[2])


def first_paragraph(prose: str) -> Iterator[str]:
    """Yield the lines of the first paragraph."""
    is_begun = False
    for line in prose.split("\n"):
        is_text = bool(line.strip()) and line[0] not in "#|>!-*+`~"
        if is_text:
            is_begun = True
            yield line.strip()
        elif is_begun:
            return


def without_code(line: str) -> str:
    """Return a line without its code spans."""
    return CODE_SPAN.sub("", line) if "`" in line else line


def words_of(text: str) -> str:
    """Return the words of a paragraph without the signs of links, emphasis, notes and HTML."""
    if SIGN.search(text) is None:
        return text
    return EMPHASIS.sub(r"\2", FOOTNOTE.sub("", HTML.sub("", LINK.sub(r"\2", text))))
