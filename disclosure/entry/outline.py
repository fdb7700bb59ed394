"""What can be seen of a Markdown body without rendering it: headings, links, images, raw HTML."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$")
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
LINK = re.compile(r"(!?)\[([^\[\]\n]{0,400})\]\(\s*<?([^\s()<>]{1,1000})>?(?:\s+[^()\n]{0,200})?\)")
REFERENCE = re.compile(r"^ {0,3}\[([^\]\n]{1,200})\]:\s*<?(\S{1,1000})>?")
CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
HTML = re.compile(r"<(?=[A-Za-z/!?])[^>\n]{0,500}>?")
AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]+>|<[^\s<>@]+@[^\s<>]+>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `is_empty` = nothing stands under it before the next of its level or above."""

    line: int
    level: int
    text: str
    is_empty: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image as written; `line` counts from the body's first line (1)."""

    line: int
    is_image: bool
    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a body that rules look at, in order."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    html: tuple[tuple[int, str], ...]
    first_paragraph: str


@lru_cache(maxsize=4)
def outline_of(body: str) -> Outline:
    """Return the outline of a body; lines inside code fences hold no headings, links or HTML.

    The last few are remembered, since several rules ask for the same entry in turn.
    """
    headings: list[Heading] = []
    open_at: list[tuple[int, int, str]] = []  # (level, line, text) whose section is still empty
    links: list[Link] = []
    html: list[tuple[int, str]] = []
    paragraph: list[str] = []
    is_paragraph_done = False
    fence = ""

    def close(level: int) -> None:
        while open_at and open_at[-1][0] >= level:
            depth, line, text = open_at.pop()
            headings.append(Heading(line, depth, text, True))

    for number, line in enumerate(body.split("\n"), 1):
        mark = FENCE.match(line) if "`" in line or "~" in line else None
        if mark and not fence:
            fence = mark[1][0] * 3
        elif fence:
            fence = "" if mark and line.strip().startswith(fence) else fence
            continue
        heading = HEADING.match(line) if line.startswith("#") else None
        if heading:
            level = len(heading[1])
            close(level)
            open_at.append((level, number, unicodedata.normalize("NFKC", heading[2]).strip()))
            is_paragraph_done = bool(paragraph)
            continue
        if line.strip():
            for depth, at, text in open_at:
                headings.append(Heading(at, depth, text, False))
            open_at.clear()
            if not is_paragraph_done and line[0] not in "|>!-*+":
                paragraph.append(line.strip())
        else:
            is_paragraph_done = bool(paragraph)
        if "[" in line or "<" in line:
            plain = CODE_SPAN.sub("", line) if "`" in line else line
            links.extend(
                Link(number, found[1] == "!", found[2], found[3]) for found in LINK.finditer(plain)
            )
            reference = REFERENCE.match(plain)
            if reference:
                links.append(Link(number, False, reference[1], reference[2]))
            if "<" in plain:
                html.extend(
                    (number, found[0]) for found in HTML.finditer(AUTOLINK.sub("", plain))
                )
    close(0)
    headings.sort(key=lambda heading: heading.line)
    return Outline(tuple(headings), tuple(links), tuple(html), "".join(paragraph))
