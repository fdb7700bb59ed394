"""What a mirror says above a page it shows, in words that whoever checks the page knows again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

BODY = b"<body"
NOTE = '<p class="wrap" role="status">{}</p>'
AGED = "本站点数据截至 {day}，已有 {days} 天没有更新"
HELD = "本机所存的是第 {version} 版，内容截至 {day}"
FORMS = [NOTE.format(words.format(day=r"([0-9-]{10})", days="[0-9]+", version="([0-9]+)"))
         for words in (AGED, HELD)]  # fmt: skip
NOTES = re.compile("(?:{})?(?:{})?".format(*FORMS).encode())
LONGEST = 512  # bytes of what is said at most


class Plain(NamedTuple):
    """A page as it was before anything was said above it; `version` is told there, "" = none."""

    page: bytes
    version: str


def noted(page: bytes, words: Iterable[str]) -> bytes:
    """Return a page with some words above it; one that has no body stays as it is."""
    start = start_of(page)
    said = "".join(NOTE.format(escape(one)) for one in words if one)
    return page[:start] + said.encode() + page[start:] if start else page


def without_notes(page: bytes) -> Plain:
    """Return a page without what a mirror says above it, and nothing else taken away."""
    start = start_of(page)
    found = NOTES.match(page, start)
    if not start or not found:
        return Plain(page, "")
    return Plain(page[:start] + page[found.end() :], (found[2] or b"").decode())


def start_of(page: bytes) -> int:
    """Return where the body of a page begins, 0 where it has none."""
    body = page.find(BODY)
    return page.find(b">", body) + 1 if body >= 0 else 0
