"""Long tables (tens of thousands of rows): read in stretches, and each text that repeats kept once.

A long table is never held as one text. What is wrong with it is not told here: a table that cannot
be read so is read again as a short one, and that says why.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BufferedIOBase

from disclosure.dataset.columnar import TextRows, is_uniform
from disclosure.dataset.cut import Columns, cut_columns, cut_header
from disclosure.rows import read_cells

LONG = 2_000_000  # bytes of a file from which on a table is long
STRETCH = 100_000  # bytes read at a time, and the rest of their last line
MAX_KEPT = 8_000  # texts of one column that are looked for again while it is read
BYTE_ORDER_MARK = "\ufeff"


def read_long(path: str) -> tuple[tuple[str, ...], TextRows] | None:
    """Return header and rows of a file, None where anything is wrong with it."""
    try:
        with open(path, "rb") as source:  # noqa: PTH123
            first = source.readline().decode().removeprefix(BYTE_ORDER_MARK)
            header = cut_header(first.removesuffix("\n").removesuffix("\r"))
            if header is None:
                return None
            columns: list[list[str]] = [[] for _ in header]
            kept: list[dict[str, str]] = [{} for _ in header]
            for stretch in stretches(source):
                found = cut_columns(stretch, len(header)) or read_columns(stretch, len(header))
                if found is None:
                    return None
                for column, texts, cells in zip(columns, kept, found, strict=True):
                    if is_uniform(cells):
                        column.extend([texts.setdefault(cells[0], cells[0])] * len(cells))
                    elif len(texts) > MAX_KEPT:  # hardly any text repeats
                        column.extend(cells)
                    else:
                        column.extend(map(texts.setdefault, cells, cells))
    except (OSError, UnicodeDecodeError, csv.Error):
        return None
    return (header, TextRows(columns)) if columns[0] else None


def stretches(source: BufferedIOBase) -> Iterator[str]:
    """Yield a file in stretches of whole lines, none of which ends between two quotes."""
    while stretch := source.read(STRETCH) + source.readline():
        while stretch.count(b'"') % 2 and (more := source.read(STRETCH) + source.readline()):
            stretch += more
        yield stretch.decode()


def read_columns(stretch: str, width: int) -> Columns | None:
    """Return the columns of a stretch that holds quotes; None where a line has another width.

    A reader raises csv.Error where the stretch ends inside a cell.
    """
    try:
        columns = tuple(zip(*read_cells(stretch), strict=True))
    except ValueError:
        return None
    return columns if len(columns) == width else None
