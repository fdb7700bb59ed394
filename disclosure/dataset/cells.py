"""Reads one cell: the value its column's type makes of a text, or why it makes none.

At most as generous as frictionless: what is refused here and accepted there is refused for one of
`Reason`, and for nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum

from disclosure.catalogue.table import Column

Value = str | int | Decimal | date | bool | None
Reader = Callable[[str], Value]
INTEGER = re.compile(r"-?[0-9]{1,15}")
DECIMALS = 8  # of a column whose schema names no scale
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ADDRESS = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?(/[!-~]*)?")
FORMULA_SIGNS = frozenset("=+-@")
FORMULA_CONTROLS = frozenset("\t\r")
# What does not show in front of a sign, and the quotes that a careless import strips from it.
DISGUISE = re.compile(r"[\s\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u180e\u3164'\"`＇＂]*")


class Reason(Enum):
    """Why a cell is refused: the words of frictionless, then those that are ours alone.

    Of its own, `pattern` is also ours: it lets a line end, and part of an alternative, pass; and
    `enum`, where a schema lists `categories`.
    """

    REQUIRED = "required"
    TYPE = "type-error"
    ENUM = "enum"
    MIN_LENGTH = "minLength"
    PATTERN = "pattern"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    FORMULA = "formula"
    BLANK = "blank"
    NUMBER = "number"
    DECIMALS = "decimals"
    DAY = "day"
    ADDRESS = "address"


class CellError(ValueError):
    """A text is no value of its column."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take a text for a formula, whatever it is disguised with."""
    if text[0].isalnum():  # nearly every cell
        return False
    rest = text[DISGUISE.match(text).end() :]  # type: ignore[union-attr]  # matches nothing too
    return (
        text[0] in FORMULA_CONTROLS or unicodedata.normalize("NFKC", rest[:1])[:1] in FORMULA_SIGNS
    )


def reader_of(column: Column) -> Reader:
    """Return the reader of a column's cells: None for a blank one; it raises CellError."""
    read = READERS[column.type](column)
    if column.is_required:
        return required(read)
    return lambda text: read(text) if text else None


def required(read: Reader) -> Reader:
    """Return a reader to which a blank cell is no value."""

    def read_filled(text: str) -> Value:
        if not text:
            raise CellError(Reason.REQUIRED)
        return read(text)

    return read_filled


def text_reader(column: Column) -> Reader:
    """Return the reader of a text: a code of a list, a pattern, an address, or free text."""
    limits, allowed = column.limits, frozenset(column.enum)
    pattern = re.compile(limits.pattern) if limits.pattern else None

    def read(text: str) -> Value:
        if allowed and text not in allowed:
            raise CellError(Reason.ENUM)
        if len(text) < limits.min_length:
            raise CellError(Reason.MIN_LENGTH)
        if pattern and not pattern.fullmatch(text):
            raise CellError(Reason.PATTERN)
        if not text.strip():
            raise CellError(Reason.BLANK)
        if is_formula(text):
            raise CellError(Reason.FORMULA)
        if limits.format == "uri" and not ADDRESS.fullmatch(text):
            raise CellError(Reason.ADDRESS)
        return text

    return read


def integer_reader(column: Column) -> Reader:
    """Return the reader of a whole number, written in plain digits."""
    low, high = bounds(column)

    def read(text: str) -> Value:
        if not INTEGER.fullmatch(text):
            raise CellError(Reason.NUMBER)
        value = int(text)
        if low is not None and value < low:
            raise CellError(Reason.MINIMUM)
        if high is not None and value > high:
            raise CellError(Reason.MAXIMUM)
        return value

    return read


def number_reader(column: Column) -> Reader:
    """Return the reader of an exact decimal, written in plain digits with a dot."""
    low, high = bounds(column)
    scale = column.limits.scale
    most = DECIMALS if scale is None else scale
    exact = re.compile(rf"-?[0-9]{{1,15}}(\.[0-9]{{1,{most}}})?" if most else INTEGER.pattern)
    plain = re.compile(r"-?[0-9]{1,15}\.[0-9]+")

    def read(text: str) -> Value:
        if not exact.fullmatch(text):
            raise CellError(Reason.DECIMALS if plain.fullmatch(text) else Reason.NUMBER)
        value = Decimal(text)
        if low is not None and value < low:
            raise CellError(Reason.MINIMUM)
        if high is not None and value > high:
            raise CellError(Reason.MAXIMUM)
        return value

    return read


def day_reader(column: Column) -> Reader:
    """Return the reader of a day, written 2026-09-01."""

    def read(text: str) -> Value:
        if not DAY.fullmatch(text):
            raise CellError(Reason.DAY)
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise CellError(Reason.TYPE) from None

    return read


def truth_reader(column: Column) -> Reader:
    """Return the reader of the words a schema takes for true and false."""
    values: dict[str, Value] = dict.fromkeys(column.limits.true_values, True)
    values |= dict.fromkeys(column.limits.false_values, False)

    def read(text: str) -> Value:
        value = values.get(text)
        if value is None:
            raise CellError(Reason.TYPE)
        return value

    return read


def bounds(column: Column) -> tuple[Decimal | None, Decimal | None]:
    """Return the least and the greatest value of a column, None where the schema names none."""
    low, high = column.limits.minimum, column.limits.maximum
    return (Decimal(low) if low else None, Decimal(high) if high else None)


READERS: dict[str, Callable[[Column], Reader]] = {
    "string": text_reader,
    "integer": integer_reader,
    "number": number_reader,
    "date": day_reader,
    "boolean": truth_reader,
}
