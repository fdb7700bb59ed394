"""Opens a workbook: what kind of file it is, then its sheets, values by calamine."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from math import isfinite
from pathlib import Path

from disclosure.attachment.archive import Archive, UnreadableError
from disclosure.attachment.kind import OLE
from disclosure.problem import DisclosureError
from disclosure.regular import read_regular
from disclosure.workbook import office, records
from disclosure.workbook.compound import workbook_stream
from disclosure.workbook.facts import BookFacts, SheetFacts
from disclosure.workbook.grid import Area, Sheet, Value, Workbook
from disclosure.workbook.refused import CHECK_PATH, REMOVE_PASSWORD, SPLIT, unreadable
from disclosure.workbook.text import read_text

MAX_BYTES = 20_000_000
SUFFIXES = (".xlsx", ".xls", ".csv")
MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta", b"<head")  # of a web page


def read_workbook(path: Path) -> Workbook:
    """Return the sheets of an .xlsx, .xls or .csv file; raise why it cannot be read."""
    file = path.name
    if not path.exists():
        raise unreadable(file, "没有这个文件", "there is no such file", CHECK_PATH)
    if path.stat().st_size > MAX_BYTES:
        raise unreadable(file, f"超过 {MAX_BYTES // 10**6} MB", "too large", SPLIT)
    try:
        data = read_regular(path)
    except OSError as error:
        raise unreadable(file, "打不开", str(error), CHECK_PATH) from None
    try:
        return read_bytes(data, file)
    except UnreadableError as error:
        advice = {"advice": REMOVE_PASSWORD} if "加了密" in error.zh else {}
        raise unreadable(file, error.zh, error.en, **advice) from None


def read_bytes(data: bytes, file: str) -> Workbook:
    """Return the sheets in some bytes: their beginning says what they are, not their name."""
    if data.startswith(b"PK\x03\x04"):
        archive = Archive(data)
        if "xl/workbook.xml" not in archive.names:
            raise unreadable(file, "里面不是 Excel 工作簿", "no .xlsx workbook inside")
        return read_sheets(office.repacked(archive), office_facts(archive, file), file)
    if data.startswith(OLE):
        stream = workbook_stream(data)
        if records.is_encrypted(stream):
            raise UnreadableError("文件加了密", "it is encrypted")
        try:
            facts = records.read_facts(stream)
        except (struct.error, IndexError, ValueError):
            raise UnreadableError("文件已损坏", "it is broken") from None
        return read_sheets(data, facts, file)
    if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP):
        raise unreadable(
            file, "它其实是网页，只是改了扩展名", "it is a web page under another name"
        )
    if not file.lower().endswith((".csv", ".txt")):
        raise unreadable(
            file, f"不是 {'、'.join(SUFFIXES)} 文件", f"it is none of {', '.join(SUFFIXES)}"
        )
    return read_text(data, file)


def office_facts(archive: Archive, file: str) -> BookFacts:
    """Return the facts of an .xlsx file."""
    try:
        return office.read_facts(archive)
    except (ValueError, KeyError) as error:
        raise unreadable(file, "内部结构已损坏", str(error)) from None


def read_sheets(data: bytes, facts: BookFacts, file: str) -> Workbook:
    """Return the worksheets of a workbook, without those that are charts or macros."""
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum, load_workbook

    if any(sheet.is_huge for sheet in facts.sheets.values()):
        raise unreadable(file, "表格太大", "a sheet is too large", SPLIT)
    found = []
    try:
        book = load_workbook(io.BytesIO(data))
        for index, meta in enumerate(book.sheets_metadata):
            if meta.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_index(index)
            rows = sheet.to_python(skip_empty_area=False)
            merged = sheet.merged_cell_ranges or []
            hidden = meta.visible is not SheetVisibleEnum.Visible
            found.append(sheet_of(meta.name, rows, merged, hidden, facts.sheet(index), facts))
    except CalamineError as error:
        raise unreadable(file, "文件已损坏或加了密", str(error)) from None
    except DisclosureError:
        raise
    except BaseException as error:  # a panic of the reader, which is no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise unreadable(file, "文件已损坏", "the reader gave up") from None
    return Workbook(tuple(found))


def sheet_of(
    name: str,
    rows: Sequence[Sequence[Value]],
    merged: list[tuple[tuple[int, int], tuple[int, int]]],
    is_hidden: bool,
    facts: SheetFacts,
    book: BookFacts,
) -> Sheet:
    """Return a sheet from what calamine and the records say."""
    facts.failed.update(
        (row, column)
        for row, cells in enumerate(rows)
        for column, value in enumerate(cells)
        if isinstance(value, float) and not isfinite(value)
    )
    blank = facts.failed | facts.uncomputed
    grid = tuple(
        tuple(
            None if value == "" or (row, column) in blank else value
            for column, value in enumerate(cells)
        )
        for row, cells in enumerate(rows)
    )
    return Sheet(
        name=name,
        rows=grid,
        is_hidden=is_hidden,
        merged=tuple(Area(*first, *last) for first, last in sorted(merged)),
        hidden_columns=tuple(sorted(facts.hidden_columns)),
        hidden_rows=tuple(sorted(facts.hidden_rows)),
        uncomputed=tuple(sorted(facts.uncomputed)),
        failed=tuple(sorted(facts.failed)),
        widths=facts.widths,
        counts_from_1904=book.counts_from_1904,
    )
