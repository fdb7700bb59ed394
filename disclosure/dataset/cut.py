"""Cuts CSV text without quotes into columns: at line ends and commas, as any reader would.

Most tables are such text, and cutting it takes half the steps of reading it sign by sign.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import repeat

from disclosure.rows import MAX_CELL

Columns = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=512)
def cut_header(line: str) -> tuple[str, ...] | None:
    """Return two column names and more, all of them different; None of any other line."""
    names = tuple(line.split(","))
    is_good = len(names) > 1 and all(names) and len(set(names)) == len(names)
    return names if is_good and is_plain(line) else None


def cut_columns(text: str, width: int) -> Columns | None:
    """Return the columns of some whole lines, None where they have to be looked at by a reader.

    That is where there is a quote or a carriage return, or a line is too long or of another width.
    """
    if not text:
        return ((),) * width
    if not is_plain(text):
        return None
    lines = text.removesuffix("\n").split("\n")
    if max(map(len, lines)) > MAX_CELL:
        return None
    try:
        columns = tuple(zip(*map(str.split, lines, repeat(",")), strict=True))
    except ValueError:
        return None
    return columns if len(columns) == width else None


def is_plain(text: str) -> bool:
    """Tell whether only commas and line ends part the cells of a text."""
    return '"' not in text and "\r" not in text
