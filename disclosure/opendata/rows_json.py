"""A table as JSON: one object a row by column, numbers as numbers and days as text.

Numbers are written with the digits of the file: an amount of 1020.00 stays exact to the cent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring

from disclosure.catalogue import Column

Literal = Callable[[str], str]
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")  # of JSON
DIGITS = re.compile(r"-?[0-9]+(\.[0-9]+)?")  # with zeros in front, which JSON does not know
NULL = "null"


def write_rows(columns: Iterable[Column], rows: Iterable[Sequence[str]]) -> str:
    """Return the rows as a JSON list, one a line; a blank cell is null."""
    return "".join(row_pieces(columns, rows))


def row_pieces(columns: Iterable[Column], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the same in pieces, for tables that are long."""
    parts = [(encode_basestring(column.name) + ":", literal_of(column)) for column in columns]
    before = "[\n{"
    for row in rows:
        cells = [head + write(cell) for (head, write), cell in zip(parts, row, strict=True)]
        yield before + ",".join(cells)
        before = "},\n{"
    yield "}\n]\n" if before[0] == "}" else "[]\n"


def literal_of(column: Column) -> Literal:
    """Return what writes the cells of a column; a text that is no value of its type stays text."""
    if column.type in ("number", "integer"):
        return number_literal
    if column.type == "boolean":
        return truth_literal(column.limits.true_values, column.limits.false_values)
    return text_literal


def text_literal(text: str) -> str:
    """Return a text."""
    return encode_basestring(text) if text else NULL


def number_literal(text: str) -> str:
    """Return a number with the digits it is written with."""
    if NUMBER.fullmatch(text):
        return text
    return f"{Decimal(text):f}" if DIGITS.fullmatch(text) else text_literal(text)


@lru_cache(maxsize=64)
def truth_literal(true_values: tuple[str, ...], false_values: tuple[str, ...]) -> Literal:
    """Return what writes the cells of a column of yes and no."""
    words = dict.fromkeys(true_values, "true") | dict.fromkeys(false_values, "false")
    return lambda text: words.get(text) or text_literal(text)
