"""What the first page of a preview shows: what changed, division by division."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from disclosure.division import Division, Register
from disclosure.sites.preview.edits import Edit, Sort


class Line(Struct, frozen=True):
    """An entry; `url` is "" where there is no page of it."""

    what: str
    title: str
    file: str
    url: str


class Part(Struct, frozen=True):
    """A division; `above` names those it belongs to, `url` is "" where its site was not built."""

    name: str
    above: str
    code: str
    url: str
    counts: str
    lines: tuple[Line, ...]


class Overview(Struct, frozen=True):
    """The page; `revision` is what the content is held against.

    `further` are files outside the content that changed: they may touch every site.
    """

    revision: str
    day: str
    parts: tuple[Part, ...]
    further: tuple[str, ...]


def part_of(
    division: Division, register: Register, edits: Iterable[Edit], pages: frozenset[str]
) -> Part:
    """Return the part of a division; `pages` are those written, such as `9901/index.html`."""
    lines = tuple(
        Line(edit.sort.value, edit.title, edit.file, url if url in pages else "")
        for edit in edits
        for url in (f"{division.code}/{edit.address}.html",)
    )
    counts = [(sort.value, sum(line.what == sort.value for line in lines)) for sort in Sort]
    home = f"{division.code}/index.html"
    return Part(
        division.name,
        "".join(one.name for one in register.ancestors(division)),
        division.code,
        home if home in pages else "",
        "，".join(f"{what} {number} 条" for what, number in counts if number),
        lines,
    )
