"""Writes small .xls files (BIFF8 in a compound file): nothing in the environment does it for us."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

SECTOR = 512
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
PLAIN, DAY = 15, 16  # cell formats: as it is, and as a day
Cell = str | int | float | date | None


class Formula(Struct, frozen=True):
    """A formula cell as Excel stores it: its value beside it, here a number or an error."""

    value: float = 0.0
    fails: bool = False


class XlsSheet(Struct, frozen=True):
    """A sheet to write: `merged` are (top, left, bottom, right), everything counts from 0."""

    name: str
    rows: Sequence[Sequence[Cell | Formula]]
    merged: Sequence[tuple[int, int, int, int]] = ()
    hidden_columns: Sequence[int] = ()
    hidden_rows: Sequence[int] = ()
    is_hidden: bool = False


def write_xls(sheets: Sequence[XlsSheet], *, from_1904: bool = False) -> bytes:
    """Return the bytes of an .xls file."""
    bodies = [b"".join(sheet_records(sheet, from_1904)) for sheet in sheets]
    places = [0] * len(sheets)
    size = len(globals_of(sheets, places, from_1904))
    for index, body in enumerate(bodies):
        places[index] = size
        size += len(body)
    return compound(globals_of(sheets, places, from_1904) + b"".join(bodies))


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<2H", kind, len(body)) + body


def text(value: str, width: str = "<H") -> bytes:
    return struct.pack(width, len(value)) + b"\1" + value.encode("utf-16-le")


FONT = record(0x31, struct.pack("<5H4B", 200, 0, 0x7FFF, 400, 0, 0, 0, 134, 0) + text("宋体", "<B"))


def globals_of(sheets: Sequence[XlsSheet], places: Sequence[int], from_1904: bool) -> bytes:
    """Return the records that come before the sheets."""
    parts = [
        record(0x809, struct.pack("<4H2I", 0x600, 5, 0, 1997, 0, 6)),
        record(0x42, struct.pack("<H", 1200)),
        record(0x22, struct.pack("<H", int(from_1904))),
        FONT * 4,
        record(0x41E, struct.pack("<H", 164) + text("yyyy-mm-dd")),
    ]  # fmt: skip
    for number in range(17):
        shown, parent = (164 if number == DAY else 0), (0xFFF5 if number < 15 else 1)
        parts.append(record(0xE0, struct.pack("<3H", 0, shown, parent) + bytes(14)))
    for sheet, place in zip(sheets, places, strict=True):
        parts.append(
            record(0x85, struct.pack("<I2B", place, sheet.is_hidden, 0) + text(sheet.name, "<B"))
        )
    return b"".join((*parts, record(0x0A)))


def sheet_records(sheet: XlsSheet, from_1904: bool) -> Iterator[bytes]:
    """Yield the records of one sheet."""
    width = max(map(len, sheet.rows), default=0)
    yield record(0x809, struct.pack("<4H2I", 0x600, 0x10, 0, 1997, 0, 6))
    for column in sheet.hidden_columns:
        yield record(0x7D, struct.pack("<6H", column, column, 2048, PLAIN, 1, 0))
    yield record(0x200, struct.pack("<2I3H", 0, len(sheet.rows), 0, width, 0))
    for row in range(len(sheet.rows)):
        hidden = 0x20 if row in sheet.hidden_rows else 0
        yield record(0x208, struct.pack("<8H", row, 0, width, 300, 0, 0, hidden | 0x100, PLAIN))
    for row, cells in enumerate(sheet.rows):
        for column, value in enumerate(cells):
            yield cell(row, column, value, from_1904)
    if sheet.merged:
        areas = b"".join(
            struct.pack("<4H", top, bottom, left, right)
            for top, left, bottom, right in sheet.merged
        )
        yield record(0xE5, struct.pack("<H", len(sheet.merged)) + areas)
    yield record(0x0A)


def cell(row: int, column: int, value: Cell | Formula, from_1904: bool) -> bytes:
    """Return the record of a cell, nothing for a blank one."""
    place = struct.pack("<2H", row, column)
    match value:
        case None:
            return b""
        case str():
            return record(0x204, place + struct.pack("<H", PLAIN) + text(value))
        case date():
            days = (
                (value - date(1904, 1, 1)).days if from_1904 else (value - date(1899, 12, 30)).days
            )
            return record(0x203, place + struct.pack("<Hd", DAY, days))
        case Formula():
            result = b"\2\0\x17\0\0\0\xff\xff" if value.fails else struct.pack("<d", value.value)
            # The tokens of =1+0: what it says does not matter to a reader of values.
            tokens = struct.pack("<H", 7) + b"\x1e\1\0\x1e\0\0\3"
            return record(0x06, place + struct.pack("<H", PLAIN) + result + bytes(6) + tokens)
        case _:
            return record(0x203, place + struct.pack("<Hd", PLAIN, value))


def compound(stream: bytes) -> bytes:
    """Return a compound file with the one stream Workbook, long enough for sectors of its own."""
    stream += bytes(max(4096 - len(stream), 0))
    stream += bytes(-len(stream) % SECTOR)
    count = len(stream) // SECTOR
    tables = 1
    while (count + 1 + tables) * 4 > tables * SECTOR:
        tables += 1
    chain = [*range(1, count), END, END, *[TABLE] * tables]
    chain += [FREE] * (tables * SECTOR // 4 - len(chain))
    places = [count + 1 + index for index in range(tables)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, tables, count, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", *places, *[FREE] * (109 - tables))
    directory = entry("Root Entry", 5, END, 0, 1) + entry("Workbook", 2, 0, len(stream), FREE)
    directory += entry("", 0, 0, 0, FREE) * 2
    return header + stream + directory + struct.pack(f"<{len(chain)}I", *chain)


def entry(name: str, kind: int, first: int, size: int, child: int) -> bytes:
    """Return one entry of the directory."""
    encoded = (name + "\0").encode("utf-16-le") if name else b""
    head = encoded.ljust(64, b"\0") + struct.pack(
        "<H2B3I", len(encoded), kind, 1, FREE, FREE, child
    )
    return head + bytes(36) + struct.pack("<3I", first, size, 0)
