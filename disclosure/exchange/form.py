"""Writes an Excel form of a standard table: it offers what may be filled in and warns of IDs."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from disclosure.catalogue.keys import Key, KeyType
from disclosure.catalogue.table import Column, Table
from disclosure.exchange.cell import takes_period
from disclosure.exchange.guide import FORM, GUIDE, example_of_key, guide_rows, notes
from disclosure.exchange.words import choices_of
from disclosure.workbook import column_letters

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

HEADER, FIRST = 1, 2  # the rows of the titles and of the first entry, from 0
HEIGHT = 36  # points, two lines
ROWS = 500  # rows prepared for entries
LISTS = "可选内容"  # a list longer than Excel takes in a validation stands on a sheet of its own
LONGEST_LIST = 250  # characters, of Excel's 255
MADE_ON = datetime(2020, 1, 1)  # fixed, so that the same form has the same bytes
DAY_SHOWN, DAY_WANTED = "yyyy-mm-dd", "请填日期，如 2026-09-01"
BETWEEN_DAYS = {"validate": "date", "criteria": "between", "minimum": date(1949, 10, 1),
                "maximum": date(2099, 12, 31)}  # fmt: skip
ID_LENGTHS = (15, 18)
WIDTHS = {"date": 12, "integer": 10, "number": 14, "boolean": 10}
TEXT_WIDTH, LONG_WIDTH = 16, 30
GUIDE_WIDTHS = (18, 40, 10, 30, 50, 26)
LONG = frozenset(("summary", "reason", "materials", "conditions", "flow", "services", "duties"))


def write_form(table: Table, keys: Sequence[Key]) -> bytes:
    """Return the .xlsx form of a table; `keys` of its descriptor are asked for above the table."""
    from xlsxwriter import Workbook

    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(data, options)
    book.set_properties({"title": table.title, "created": MADE_ON})
    sheet = book.add_worksheet(FORM)
    write_guide(book, book.add_worksheet(GUIDE), table, keys)
    write_keys(book, sheet, keys)
    write_header(book, sheet, table)
    write_lists(book, sheet, table)
    book.close()
    return data.getvalue()


def write_keys(book: Workbook, sheet: Worksheet, keys: Sequence[Key]) -> None:
    """Write what is asked of the whole table, each title before the cell to fill in."""
    base = {"text_wrap": True, "valign": "vcenter"}
    title = book.add_format({**base, "bold": True, "align": "right"})
    for number, key in enumerate(keys):
        place = 2 * number
        is_day = key.type is KeyType.DAY
        shown = DAY_SHOWN if is_day else "@"
        cell = book.add_format({**base, "bottom": 1, "num_format": shown, "locked": False})
        sheet.write_string(0, place, f"{key.title}：", title)
        sheet.write_blank(0, place + 1, None, cell)
        hint = {"input_title": key.title, "input_message": f"例如：{example_of_key(key)}"}
        rule = {**BETWEEN_DAYS, "error_message": DAY_WANTED} if is_day else {"validate": "any"}
        sheet.data_validation(0, place + 1, 0, place + 1, {**rule, **hint})
    sheet.set_row(0, HEIGHT)


def write_header(book: Workbook, sheet: Worksheet, table: Table) -> None:
    """Write the titles, locked, and the form of the cells below them, open."""
    base = {"border": 1, "text_wrap": True, "valign": "vcenter", "bold": True}
    needed = book.add_format({**base, "bg_color": "#FCE4D6"})
    plain = book.add_format({**base, "bg_color": "#E2EFDA"})
    for place, column in enumerate(table.columns.values()):
        sheet.set_column(place, place, width_of(column), cell_format(book, column))
        sheet.write_string(HEADER, place, column.title, needed if column.is_required else plain)
    sheet.set_row(HEADER, HEIGHT)
    sheet.freeze_panes(FIRST, 0)
    allowed = {"format_columns": True, "format_rows": True, "insert_rows": True,
               "delete_rows": True, "sort": True}  # fmt: skip
    sheet.protect("", {**allowed, "select_locked_cells": True})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER)


def write_guide(book: Workbook, sheet: Worksheet, table: Table, keys: Sequence[Key]) -> None:
    """Write the instructions; examples stand here, never in the form itself."""
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#E2EFDA"})
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"})
    title = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, f"{table.title}填表说明", title)
    line = 1
    for line, note in enumerate(notes(table, keys), 1):
        sheet.write_string(line, 0, note)
    for row, texts in enumerate(guide_rows(table, keys), line + 2):
        for place, text in enumerate(texts):
            sheet.write_string(row, place, text, head if row == line + 2 else cell)
    for place, width in enumerate(GUIDE_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.protect("")


def width_of(column: Column) -> int:
    """Return how wide a column is, in characters."""
    if column.name in LONG:
        return LONG_WIDTH
    return max(WIDTHS.get(column.type, TEXT_WIDTH), 2 * len(column.title) + 2)


def cell_format(book: Workbook, column: Column) -> Format:
    """Return how cells look: texts stay text, so that no code loses its leading zeros."""
    shown = "@"
    if column.type == "date":
        shown = DAY_SHOWN
    elif column.type == "integer":
        shown = "0"
    elif column.type == "number":
        shown = "#,##0.00" if column.limits.scale == 2 and column.unit == "元" else "General"
    return book.add_format({"num_format": shown, "locked": False})


def write_lists(book: Workbook, sheet: Worksheet, table: Table) -> None:
    """Offer lists, and warn of what is no day, no number, or looks like an identity number."""
    lists: Worksheet | None = None
    count = 0
    for place, column in enumerate(table.columns.values()):
        words = [column.labels.get(word, word) for word in choices_of(column)]
        if words and len(",".join(words)) > LONGEST_LIST:
            lists = lists or hidden_sheet(book)
            lists.write_column(0, count, words)
            letters = column_letters(count)
            source: str | list[str] = f"='{LISTS}'!${letters}$1:${letters}${len(words)}"
            count += 1
        else:
            source = words
        rule = rule_of(column, source, f"{column_letters(place)}{FIRST + 1}")
        sheet.data_validation(FIRST, place, FIRST + ROWS - 1, place, rule)


def hidden_sheet(book: Workbook) -> Worksheet:
    """Return the sheet of the long lists."""
    lists = book.add_worksheet(LISTS)
    lists.hide()
    return lists


def rule_of(column: Column, source: str | list[str], cell: str) -> dict[str, object]:
    """Return the rule of a column's cells, the first of which is `cell`, for xlsxwriter."""
    if source:
        return told(column, {"validate": "list", "source": source}, "请从下拉列表中选填")
    if column.type == "date":
        return told(column, BETWEEN_DAYS, DAY_WANTED)
    if column.type in ("integer", "number"):
        kind = "integer" if column.type == "integer" else "decimal"
        low = column.limits.minimum or "-999999999999"
        high = column.limits.maximum or "999999999999"
        between = {"validate": kind, "criteria": "between", "minimum": float(low),
                   "maximum": float(high)}  # fmt: skip
        return told(column, between, "请填数字，不写单位和千分位")
    digits = f'SUBSTITUTE({cell}," ","")'
    lengths = ",".join(f"LEN({digits})<>{length}" for length in ID_LENGTHS)
    is_no_id = f"=OR(NOT(ISNUMBER(VALUE(LEFT({digits},15)))),AND({lengths}))"
    warning = "像是身份证号：请不要填写身份证号、银行卡号"
    return told(column, {"validate": "custom", "value": is_no_id}, warning)


def told(column: Column, rule: Mapping[str, object], error: str) -> dict[str, object]:
    """Return a rule with the words that Excel shows."""
    hint = hint_of(column)
    return {
        **rule,
        "ignore_blank": True,
        "input_title": column.title[:32],
        "input_message": hint[:255],
        "error_title": column.title[:32],
        "error_message": error,
        "error_type": "warning" if rule["validate"] == "custom" else "stop",
    }


def hint_of(column: Column) -> str:
    """Return what Excel shows beside a cell that is chosen."""
    parts = ["必填。" if column.is_required else "没有的留空。", column.description]
    if column.unit:
        parts.append(f"单位：{column.unit}。")
    if takes_period(column):
        parts.append("写成文本。")
    return "".join(parts)
