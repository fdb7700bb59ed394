"""Reads the cells of an xlsx workbook: every sheet, hidden ones too, and texts no cell uses."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from disclosure.attachment.archive import Archive
from disclosure.attachment.markup import local, paragraphs, parse

LONGEST_NUMBER = 1e16  # beyond it a spreadsheet has lost the last digits anyway
DRAWN = frozenset({"t", "text"})
BREAKS = frozenset({"p", "si", "comment", "threadedComment"})


def read_workbook(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield (place, text) of every filled cell, then of comments, drawings and cached data."""
    shared = shared_texts(archive)
    unused = set(range(len(shared)))
    for title, member in sheets(archive):
        for cell, kind, value in read_cells(archive.read(member)):
            text = value
            if kind == "s" and value.isdigit() and int(value) < len(shared):
                unused.discard(int(value))
                text = shared[int(value)]
            elif kind in ("n", ""):
                text = plain_number(value)
            if text.strip():
                yield f"{title}!{cell}", text
    for index in sorted(unused):
        yield "未被引用的文字", shared[index]
    for member in archive.matching("xl/", ".xml"):
        if "/pivotCache/" in member or "/externalLinks/" in member:
            for text in paragraphs(archive.read(member), frozenset(), BREAKS, frozenset({"v"})):
                yield "缓存的数据", text
        elif "comment" in member.lower() or "/drawings/" in member:
            for text in paragraphs(archive.read(member), DRAWN, BREAKS):
                yield "批注或图形", text


def shared_texts(archive: Archive) -> list[str]:
    """Return the shared strings in order; phonetic hints are left in, they are text too."""
    name = "xl/sharedStrings.xml"
    if name not in archive.names:
        return []
    found: list[str] = []
    line: list[str] = []

    def end(element: str) -> None:
        if element == "si":
            found.append("".join(line))
            line.clear()

    parse(archive.read(name), lambda *_: None, end, line.append)
    return found


def sheets(archive: Archive) -> list[tuple[str, str]]:
    """Return (title, member) of the worksheets; what the workbook does not list comes last."""
    members: dict[str, str] = {}
    titles: dict[str, str] = {}

    def relation(element: str, given: Mapping[str, str]) -> None:
        if element == "Relationship":
            target = posixpath.normpath(posixpath.join("xl", given.get("Target", "")))
            members[given.get("Id", "")] = target.lstrip("/")

    def sheet(element: str, given: Mapping[str, str]) -> None:
        if element == "sheet":
            plain = {local(key): value for key, value in given.items()}
            hidden = "（隐藏）" if plain.get("state", "visible") != "visible" else ""
            titles[plain.get("id", "")] = f"工作表“{plain.get('name', '')}”{hidden}"

    relations = "xl/_rels/workbook.xml.rels"
    if relations in archive.names:
        parse(archive.read(relations), relation, lambda _: None, lambda _: None)
    parse(archive.read("xl/workbook.xml"), sheet, lambda _: None, lambda _: None)
    listed = [
        (title, members[key]) for key, title in titles.items() if members.get(key) in archive.names
    ]
    known = {member for _, member in listed}
    others = (name for name in archive.matching("xl/worksheets/", ".xml") if name not in known)
    return [*listed, *((f"工作表 {posixpath.basename(name)}", name) for name in others)]


def read_cells(data: bytes) -> list[tuple[str, str, str]]:
    """Return (address, type, value) of the cells of a sheet and of its printed header."""
    found: list[tuple[str, str, str]] = []
    cell = kind = ""
    value: list[str] = []
    is_value = False

    def start(name: str, given: Mapping[str, str]) -> None:
        nonlocal cell, kind, is_value
        if name == "c":
            cell, kind = given.get("r", "?"), given.get("t", "")
            value.clear()
        is_value = name in ("v", "t") or name.endswith(("Header", "Footer"))
        if is_value and name not in ("v", "t"):
            cell, kind = "页眉页脚", "str"
            value.clear()

    def end(name: str) -> None:
        nonlocal is_value
        is_value = False
        if value and (name == "c" or name.endswith(("Header", "Footer"))):
            found.append((cell, kind, "".join(value)))
            value.clear()

    parse(data, start, end, lambda text: value.append(text) if is_value else None)
    return found


def plain_number(text: str) -> str:
    """Return a cell's number as people type it: 13000000000 for 1.3E+10."""
    try:
        number = float(text)
    except ValueError:
        return text
    if number.is_integer() and abs(number) < LONGEST_NUMBER:
        return str(int(number))
    return text
