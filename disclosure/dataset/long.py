"""Long tables (tens of thousands of rows): kept column by column, each text once.

A long table is read from its file in stretches and never held as one text; its rows are made when
somebody asks for them. What is wrong with it is not told here: a table that cannot be read so is
read again as a short one, and that says why.
"""

from __future__ import annotations

import csv
from itertools import islice

from disclosure.dataset.columnar import TextRows
from disclosure.rows import MAX_CELL

LONG = 2_000_000  # bytes of a file from which on a table is long
STRETCH = 10_000  # rows read at a time
MAX_KEPT = 8_000  # texts of one column that are looked for again while it is read


def read_long(path: str) -> tuple[tuple[str, ...], TextRows] | None:
    """Return header and rows of a file, None where anything is wrong with it."""
    csv.field_size_limit(MAX_CELL)  # the process's; other libraries lift it on import
    try:
        with open(path, encoding="utf-8-sig", newline="") as source:  # noqa: PTH123
            reader = csv.reader(source, strict=True)
            header = tuple(next(reader, ()))
            if len(header) < 2 or not all(header) or len(set(header)) < len(header):
                return None
            columns: list[list[str]] = [[] for _ in header]
            kept: list[dict[str, str]] = [{} for _ in header]
            while stretch := list(islice(reader, STRETCH)):
                if set(map(len, stretch)) != {len(header)}:
                    return None
                for column, texts, cells in zip(
                    columns, kept, zip(*stretch, strict=True), strict=True
                ):
                    if len(texts) > MAX_KEPT:  # hardly any text repeats
                        column.extend(cells)
                    else:
                        column.extend(map(texts.setdefault, cells, cells))
    except (OSError, UnicodeDecodeError, csv.Error):
        return None
    return (header, TextRows(columns)) if columns[0] else None
