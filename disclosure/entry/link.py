"""Where a link leads: into the web, to another entry, to a file of the division, or nowhere."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from urllib.parse import unquote

from msgspec import Struct

from disclosure.catalogue import FILES
from disclosure.entry.entry import Entry
from disclosure.entry.markup import SCHEMES
from disclosure.entry.target import Target, read_target

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
PLACEHOLDER = re.compile(r"[{|](filename|static|attach)[}|]", re.IGNORECASE)
UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
DIVISION = re.compile(r"division:(?P<code>[0-9]{4,12})/?", re.ASCII)
ATTRIBUTE = re.compile(
    r"(?:href|src|srcset|poster|cite|action|formaction|data|background)\s*=\s*"
    r"(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))",
    re.IGNORECASE,
)


class LinkKind(Enum):
    """What sort of place a link names."""

    WEB = "web"  # an allowed scheme
    SCHEME = "scheme"  # a refused one
    OUTSIDE = "outside"  # a path that leaves the division
    ANCHOR = "anchor"
    DIVISION = "division"  # a division's home
    ENTRY = "entry"
    FILE = "file"
    UNKNOWN = "unknown"  # a path that no page will have


class Link(Struct, frozen=True):
    """A link as understood; `place` is the refused scheme or the path inside the division."""

    kind: LinkKind
    place: str = ""
    target: Target | None = None


class Written(Struct, frozen=True):
    """A link as it stands in an entry; `label` is its text, the alternative text of an image."""

    line: int
    field: str
    text: str
    is_image: bool = False
    label: str = ""


def read_link(text: str, entry: Entry) -> Link:
    """Return where a link of a body leads, seen from its entry; the anchor is put aside."""
    plain = UNSEEN.sub("", html.unescape(text))
    division = DIVISION.fullmatch(plain.partition("#")[0])
    if division:
        return Link(LinkKind.DIVISION, division["code"])
    if plain.startswith("division:"):
        target = read_target(plain.partition("#")[0], entry)
        return Link(LinkKind.ENTRY, plain, target) if target else Link(LinkKind.UNKNOWN, plain)
    if plain.startswith("//"):
        return Link(LinkKind.SCHEME, "//")
    scheme = SCHEME.match(plain)
    if scheme:
        name = scheme[1].lower()
        return Link(LinkKind.WEB if name in SCHEMES else LinkKind.SCHEME, name)
    placeholder = PLACEHOLDER.match(plain)
    path = plain[placeholder.end() :] if placeholder else plain
    path = unquote(path.partition("#")[0].partition("?")[0])
    if not path:
        return Link(LinkKind.ANCHOR)
    if "\\" in path or (path.startswith("/") and not placeholder):
        return Link(LinkKind.OUTSIDE, path)
    inside = posixpath.normpath(
        posixpath.join(folder_of(entry), path) if path[0] != "/" else path[1:]
    )
    if inside.startswith(("..", "/")):
        return Link(LinkKind.OUTSIDE, path)
    if placeholder and placeholder[1].lower() != "filename":
        return Link(LinkKind.FILE, inside)
    target = read_target(inside, entry) if inside.endswith(".md") else None
    if target:
        return Link(LinkKind.ENTRY, inside, target)
    return Link(LinkKind.UNKNOWN, inside)


def folder_of(entry: Entry) -> str:
    """Return the folder of an entry inside its division."""
    return entry.kind.value


def links_of(entry: Entry) -> tuple[tuple[Written, Link], ...]:
    """Return the links and images of a body, as written and as understood."""
    body = entry.body
    return understood(entry) if "[" in body or "<" in body else ()


@lru_cache(maxsize=4)
def understood(entry: Entry) -> tuple[tuple[Written, Link], ...]:
    """Return the links of a body; the latest are kept, for several rules ask."""
    return tuple((written, read_link(written.text, entry)) for written in body_links(entry))


def body_links(entry: Entry) -> Iterator[Written]:
    """Yield the links and images of a body, those in raw HTML too, with their physical lines."""
    outline = entry.outline
    for link in outline.links:
        line = entry.body_line + link.line - 1
        yield Written(line, "", link.target, link.is_image, link.text)
    for number, tag in outline.html:
        for found in ATTRIBUTE.finditer(tag):
            value = found[1] or found[2] or found[3] or ""
            is_image = tag[:4].lower() == "<img"
            yield Written(entry.body_line + number - 1, "", value, is_image, "html")


def named_files(entry: Entry) -> Iterator[Written]:
    """Yield the files the front matter names: attachments, then images, as paths."""
    for key in ("attachments", "images"):
        listed = entry.header.get(key)
        for item in (listed.items or ()) if listed else ():
            file = item.get("file") if item.fields is not None else item
            if file and file.text.strip():
                yield Written(file.line, key, file.text.strip(), key == "images")


def file_of(text: str) -> str | None:
    """Return the path inside the division of a file the front matter names; None = outside."""
    path = posixpath.normpath(text)
    is_inside = path.startswith(f"{FILES}/") and "\\" not in path and SCHEME.match(path) is None
    return path if is_inside else None
