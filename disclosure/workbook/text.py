"""Reads a CSV file as a workbook of one sheet: Excel's own Chinese encodings are accepted here."""

from __future__ import annotations

import csv
import io

from disclosure.workbook.grid import Sheet, Workbook
from disclosure.workbook.refused import SAVE_AS_XLSX, unreadable

MARKS = (b"\xff\xfe", b"\xfe\xff")  # of UTF-16, which Excel calls Unicode text
ENCODINGS = ("utf-8-sig", "gb18030")
SEPARATORS = (",", "\t", ";")
MAX_CELL = 100_000


def read_text(data: bytes, file: str) -> Workbook:
    """Return the one sheet of a CSV file, every cell a text."""
    text = decode(data, file)
    first = max(text.splitlines()[:40] or [""], key=lambda line: max(map(line.count, SEPARATORS)))
    separator = max(SEPARATORS, key=first.count)
    csv.field_size_limit(MAX_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise unreadable(file, "引号或分隔符有误", str(error)) from None
    width = max(map(len, rows), default=0)
    grid = tuple(tuple(cell or None for cell in row) + (None,) * (width - len(row)) for row in rows)
    return Workbook((Sheet("CSV", grid),))


def decode(data: bytes, file: str) -> str:
    """Return the text of a CSV file; one that is valid UTF-8 is not taken for anything else."""
    encodings = ("utf-16",) if data.startswith(MARKS) else ENCODINGS
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise unreadable(
        file, "文字编码既不是 UTF-8，也不是 GB18030", "neither UTF-8 nor GB18030", SAVE_AS_XLSX
    )
