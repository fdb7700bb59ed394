"""A workbook (XLSX) of some tables: texts never formulas, numbers and days as such.

The same tables give the same bytes: the day of creation is an argument, never the clock's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.opendata.columns import Layout

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MAX_ROWS = 1_048_575  # below the header
MAX_TEXT = 32_767  # characters of a cell
CUT = "……（内容过长，全文见 CSV 文件）"
MAX_NAME = 31
EXACT = 15  # digits a spreadsheet keeps of a number
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
CONTENTS = "目录"
MONEY, DAY = "#,##0.00", "yyyy-mm-dd"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One table for a sheet of its own; `about` are the lines that the list of sheets tells."""

    name: str
    about: tuple[str, ...]
    columns: Layout
    rows: Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Styles:
    """How cells look; made once for a workbook."""

    head: Format
    money: Format
    day: Format
    link: Format


def write_workbook(
    path: Path, title: str, heads: Sequence[str], leaves: Sequence[Leaf], created: date
) -> None:
    """Write the tables to `path`, after a sheet that lists them under `heads`.

    A table too long for a sheet is named there and left out.
    """
    from xlsxwriter.workbook import Workbook

    with Workbook(str(path), {"constant_memory": True}) as book:
        moment = datetime(created.year, created.month, created.day)
        book.set_properties({"title": title, "created": moment})
        styles = Styles(
            head=book.add_format({"bold": True, "bottom": 1}),
            money=book.add_format({"num_format": MONEY}),
            day=book.add_format({"num_format": DAY}),
            link=book.get_default_url_format(),
        )
        names = sheet_names(leaf.name for leaf in leaves)
        write_contents(book, title, heads, tuple(zip(names, leaves, strict=True)), styles)
        for name, leaf in zip(names, leaves, strict=True):
            if len(leaf.rows) <= MAX_ROWS:
                write_leaf(book.add_worksheet(name), leaf, styles)


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


def write_contents(
    book: Workbook,
    title: str,
    heads: Sequence[str],
    named: Sequence[tuple[str, Leaf]],
    styles: Styles,
) -> None:
    """Write the sheet that lists the others."""
    sheet = book.add_worksheet(CONTENTS)
    sheet.set_column(0, 0, MAX_NAME + 4)
    sheet.set_column(1, len(heads), 28)
    write_text(sheet, 0, 0, title, styles.head)
    for place, text in enumerate(("工作表", *heads)):
        write_text(sheet, 2, place, text, styles.head)
    for row, (name, leaf) in enumerate(named, 3):
        if len(leaf.rows) > MAX_ROWS:
            write_text(sheet, row, 0, f"{leaf.name}（行数过多，见 CSV 文件）")
        else:
            sheet.write_url(row, 0, f"internal:'{name.replace(chr(39), chr(39) * 2)}'!A1",
                            styles.link, name)  # fmt: skip
        for place, text in enumerate(leaf.about, 1):
            write_text(sheet, row, place, text)


def write_leaf(sheet: Worksheet, leaf: Leaf, styles: Styles) -> None:
    """Write one table under the titles of its columns."""
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(leaf.columns):
        label = f"{column.title or column.name}（{column.unit}）" if column.unit else column.title
        sheet.set_column(place, place, min(40, max(10, 2 * len(label) + 2)))
        write_text(sheet, 0, place, label or column.name, styles.head)
    kinds = [column.type for column in leaf.columns]
    formats = [styles.money if column.limits.scale == 2 else None for column in leaf.columns]
    for number, row in enumerate(leaf.rows, 1):
        for place, (text, kind, style) in enumerate(zip(row, kinds, formats, strict=True)):
            if not text:
                continue
            if kind in ("number", "integer") and is_exact(text):
                sheet.write_number(number, place, float(text), style)
            elif kind == "date" and (day := day_of(text)):
                sheet.write_datetime(number, place, day, styles.day)
            else:
                write_text(sheet, number, place, text)


def write_text(
    sheet: Worksheet, row: int, place: int, text: str, style: Format | None = None
) -> None:
    """Write a text as a text; what is no character of XML is left out."""
    text = NOT_IN_XML.sub("", text)
    if len(text) > MAX_TEXT:
        text = text[: MAX_TEXT - len(CUT)] + CUT
    sheet.write_string(row, place, text, style)


def is_exact(text: str) -> bool:
    """Tell whether a number reaches the reader of a spreadsheet as it is written."""
    try:
        digits = Decimal(text).as_tuple()
    except InvalidOperation:
        return False
    return isinstance(digits.exponent, int) and len(digits.digits) <= EXACT


def day_of(text: str) -> date | None:
    """Return the day a text names; None where it names none that Excel knows."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year >= 1901 else None
