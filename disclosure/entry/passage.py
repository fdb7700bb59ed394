"""The places of an entry where people write: values of the front matter, and lines of the body."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from itertools import accumulate
from typing import NamedTuple

from disclosure.dataset import DataTable
from disclosure.entry.entry import Entry
from disclosure.entry.script import APART, HeaderText, Script
from disclosure.personal import Sought


class Match(NamedTuple):
    """Where a pattern was found."""

    found: re.Match[str]
    line: int
    field: str


def matches(sought: Sought, entry: Entry) -> Iterator[Match]:
    """Yield where something sought is found in what people write freely, front matter first."""
    if not entry.may_say(sought):
        return
    script = entry.script
    for found in sought.pattern.finditer(script.text):
        yield Match(found, *place_of(script, found.start()))


def place_of(script: Script, start: int) -> tuple[int, str]:
    """Return the physical line and the key of a place in a script."""
    ends = accumulate(len(part.text) + len(APART) for part in script.parts)
    part, end = next(
        (part, end) for part, end in zip(script.parts, ends, strict=True) if start < end
    )
    begin = end - len(APART) - len(part.text)
    return part.line + script.text.count("\n", begin, start) * (not part.field), part.field


def lines_about(entry: Entry, sought: Sought) -> Iterator[HeaderText]:
    """Yield each line of a script in which something sought is found, with its place."""
    if not entry.may_say(sought):
        return
    script = entry.script
    stop = -1
    for found in sought.pattern.finditer(script.text):
        if found.start() < stop:
            continue
        start = script.text.rfind("\n", 0, found.start()) + 1
        stop = script.text.find("\n", start)
        stop = len(script.text) if stop < 0 else stop
        line, field = place_of(script, start)
        yield HeaderText(field, line, script.text[start:stop])


class Cell(NamedTuple):
    """A filled cell of one of an entry's tables; `row` is the Excel row."""

    table: DataTable
    row: int
    column: str
    text: str


def cells(
    entry: Entry, columns: Collection[str], is_wanted: Callable[[str], bool] = bool
) -> Iterator[Cell]:
    """Yield the filled cells of some columns, table by table, row by row.

    Columns without a text that is wanted are left out: texts are asked about once.
    """
    for table in entry.tables:
        chosen = [
            (index, name)
            for index, name in enumerate(table.columns)
            if name.strip() in columns and any(map(is_wanted, set(table.column(name))))
        ]
        if chosen:
            for row, given in enumerate(table.rows, 2):
                for index, name in chosen:
                    if given[index].strip():
                        yield Cell(table, row, name, given[index].strip())


class BodyCell(NamedTuple):
    """A filled cell of a Markdown table under one of the headings asked for."""

    line: int
    column: str
    text: str


BAR = re.compile(r"(?<!\\)\|")
RULE_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def body_cells(entry: Entry, columns: Collection[str]) -> Iterator[BodyCell]:
    """Yield the cells of the body's own tables whose heading is one of `columns`."""
    if "|" not in entry.body:
        return
    lines = entry.body.split("\n")
    chosen: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        if "|" not in line:
            chosen = []
        elif number + 1 < len(lines) and RULE_ROW.fullmatch(lines[number + 1]):
            chosen = [(i, name) for i, name in enumerate(split_row(line)) if name in columns]
        elif chosen and not RULE_ROW.fullmatch(line):
            found = split_row(line)
            for index, name in chosen:
                if index < len(found) and found[index]:
                    yield BodyCell(entry.body_line + number, name, found[index])


def split_row(line: str) -> list[str]:
    """Return the cells of one line of a Markdown table."""
    return [cell.strip() for cell in BAR.split(line.strip().strip("|"))]
