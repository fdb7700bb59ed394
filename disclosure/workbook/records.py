"""Reads from the records of an .xls file (BIFF) what calamine does not tell."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from disclosure.workbook.facts import BookFacts, SheetFacts

BOF, EOF, BOUNDSHEET, DATEMODE, FILEPASS = 0x809, 0x0A, 0x85, 0x22, 0x2F
COLINFO, ROW, BOOLERR, FORMULA = 0x7D, 0x208, 0x205, 0x06
NUMBER, RK, MULRK, LABEL, LABELSST = 0x203, 0x27E, 0xBD, 0x204, 0xFD
FILLED = frozenset((NUMBER, RK, MULRK, LABEL, LABELSST, BOOLERR, FORMULA))
HIDDEN_COLUMN, HIDDEN_ROW = 0x01, 0x20
DIMENSIONS = 0x200
MAX_ROWS, MAX_COLUMNS = 65_536, 256


def read_facts(stream: bytes) -> BookFacts:
    """Return the facts of an .xls workbook, sheets in the order it lists them.

    A formula always holds its value there, so none is uncomputed.
    """
    book = BookFacts()
    starts: list[int] = []
    for kind, _, body in records(stream, 0):
        if kind == BOUNDSHEET:
            starts.append(struct.unpack_from("<I", body, 0)[0])
        elif kind == DATEMODE:
            book.counts_from_1904 = body[:1] == b"\1"
        elif kind == EOF:
            break
    for index, start in enumerate(starts):
        book.sheets[index] = read_sheet(stream, start)
    return book


def is_encrypted(stream: bytes) -> bool:
    """Tell whether the workbook asks for a password."""
    for kind, _, _ in records(stream, 0):
        if kind in (FILEPASS, EOF):
            return kind == FILEPASS
    return False


def read_sheet(stream: bytes, start: int) -> SheetFacts:
    """Return the facts of the sheet whose records begin at a place."""
    facts = SheetFacts()
    depth = 0  # charts are sheets within the sheet
    for kind, _, body in records(stream, start):
        depth += (kind == BOF) - (kind == EOF)
        if depth == 0:
            break
        if depth > 1:
            continue
        if kind == COLINFO:
            first, last, _, _, options = struct.unpack_from("<5H", body, 0)
            if options & HIDDEN_COLUMN:
                facts.hidden_columns.update(range(first, min(last + 1, MAX_COLUMNS)))
        elif kind == ROW and struct.unpack_from("<H", body, 12)[0] & HIDDEN_ROW:
            facts.hidden_rows.add(struct.unpack_from("<H", body, 0)[0])
        elif kind == DIMENSIONS:
            refuse_impossible(body)
        elif kind in FILLED:
            row, column = struct.unpack_from("<2H", body, 0)
            facts.reach(row, column)
            if kind == MULRK:  # cells of one row, the last one's column at the end
                facts.reach(row, struct.unpack_from("<H", body, len(body) - 2)[0])
            if is_error(kind, body):
                facts.failed.add((row, column))
    return facts


def refuse_impossible(body: bytes) -> None:
    """Raise for a sheet larger than any: calamine would make room for it before it reads a cell."""
    first_row, rows, first_column, columns = struct.unpack_from("<2I2H", body, 0)
    is_reversed = first_row > rows or first_column > columns
    if is_reversed or rows > MAX_ROWS or columns > MAX_COLUMNS:
        raise ValueError("impossible dimensions")


def is_error(kind: int, body: bytes) -> bool:
    """Tell whether a cell shows an error such as #REF!."""
    if kind == BOOLERR:
        return body[7] == 1
    return kind == FORMULA and body[6] == 2 and body[12:14] == b"\xff\xff"


def records(stream: bytes, start: int) -> Iterator[tuple[int, int, bytes]]:
    """Yield kind, place and body of each record from a place on."""
    at = start
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<2H", stream, at)
        yield kind, at, stream[at + 4 : at + 4 + size]
        at += 4 + size
