"""A workbook (XLSX) of some tables, one on a sheet, after a sheet that lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import repeat
from pathlib import Path

from msgspec import Struct

from disclosure.opendata.cells_xml import text_row, write_rows
from disclosure.opendata.columns import Layout
from disclosure.opendata.xlsx import LINK, PLAIN, TITLE, write_file
from disclosure.xml_text import quoted

MAX_ROWS = 1_048_575  # below the header
MAX_NAME = 31
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ufffe\uffff]")
CONTENTS = "目录"
FIRST_LINE = 4  # of the list of sheets
FROZEN = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
)


class Leaf(Struct, frozen=True):
    """One table for a sheet of its own; `about` are the cells that the list of sheets tells."""

    name: str
    about: tuple[str, ...]
    columns: Layout
    rows: Sequence[Sequence[str]]


def write_workbook(
    path: Path, title: str, heads: Sequence[str], leaves: Sequence[Leaf], created: date
) -> None:
    """Write the tables to `path`; `heads` stand above the list of sheets.

    The same tables give the same bytes: the day of creation is an argument, never the clock's.
    A table too long for a sheet is named in the list and left out.
    """
    short = [leaf for leaf in leaves if len(leaf.rows) <= MAX_ROWS]
    names = sheet_names(leaf.name for leaf in short)
    long = [leaf for leaf in leaves if len(leaf.rows) > MAX_ROWS]
    listed = [*zip(names, short, strict=True), *((f"{one.name}（行数过多，见 CSV 文件）", one)
              for one in long)]  # fmt: skip
    sheets = (contents(title, heads, listed, len(names)), *map(sheet_of, short))
    write_file(path, title, created, (CONTENTS, *names), sheets)


def sheet_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """Return names that Excel accepts for the sheets, none twice whatever the case of letters."""
    taken = {CONTENTS, "history"}  # the second is Excel's own
    names = []
    for text in wanted:
        clean = NOT_IN_NAMES.sub(" ", text).strip(" '") or "表"
        name, number = clean[:MAX_NAME].rstrip(" '"), 1
        while name.casefold() in taken:
            number += 1
            ending = f" ({number})"
            name = clean[: MAX_NAME - len(ending)] + ending
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def contents(
    title: str, heads: Sequence[str], listed: Sequence[tuple[str, Leaf]], linked: int
) -> Iterator[str]:
    """Yield the sheet that lists the others; the first `linked` names lead to their sheets."""
    yield widths([MAX_NAME + 4, *repeat(28, len(heads))])
    yield "<sheetData>"
    yield text_row(1, (title,), (TITLE,))
    yield text_row(3, ("工作表", *heads), repeat(TITLE))
    for number, (name, leaf) in enumerate(listed, FIRST_LINE):
        style = LINK if number < FIRST_LINE + linked else PLAIN
        yield text_row(number, (name, *leaf.about), (style, *repeat(PLAIN, len(leaf.about))))
    yield "</sheetData>"
    if linked:
        yield "<hyperlinks>"
        for number, (name, _) in enumerate(listed[:linked], FIRST_LINE):
            target = quoted(f"'{name.replace(chr(39), chr(39) * 2)}'!A1")
            yield f'<hyperlink ref="A{number}" location={target} display={quoted(name)}/>'
        yield "</hyperlinks>"


def sheet_of(leaf: Leaf) -> Iterator[str]:
    """Yield one table under the titles of its columns."""
    labels = [column.label for column in leaf.columns]
    yield FROZEN
    yield widths(min(40, max(10, 2 * len(label) + 2)) for label in labels)
    yield "<sheetData>"
    yield text_row(1, labels, repeat(TITLE))
    yield from write_rows(leaf.columns, leaf.rows)
    yield "</sheetData>"


def widths(given: Iterable[int]) -> str:
    """Return how wide the columns are, in characters."""
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(given, 1)
    )
    return f"<cols>{columns}</cols>"
