"""Makes text from content harmless in any report: one line, nothing invisible, valid UTF-8.

File names come from people we do not know: they may hold line breaks, terminal sequences and bytes
that are no UTF-8 (lone surrogates in Python).
"""

from __future__ import annotations

import re

# Controls, invisible and direction marks, surrogates, and what XML 1.0 cannot hold.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)
# A name in a path or in what is said of it; it may hold bytes that are no UTF-8.
NAME = re.compile(r"[^\s/“”、，；：。（）]+")
NO_UTF_8 = re.compile("[\udc80-\udcff]")


def plain(text: str) -> str:
    """Return `text` with every unsafe character written out, such as `\\x1b`."""
    if NO_UTF_8.search(text):
        text = NAME.sub(from_windows, text)
    return UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def from_windows(found: re.Match[str]) -> str:
    """Return a name as Chinese Windows packs it into archives, where that makes a text of it."""
    name = found[0]
    if NO_UTF_8.search(name) is None:
        return name
    try:
        return name.encode("utf-8", "surrogateescape").decode("gbk")
    except UnicodeError:
        return name


def plain_lines(text: str) -> str:
    """Return several lines made plain, such as a diff."""
    return "\n".join(map(plain, text.split("\n")))
