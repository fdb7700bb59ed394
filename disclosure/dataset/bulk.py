"""Reads a column at once where hardly any text repeats, so that no memo would help.

At most as generous as the reader of its cells: what is not accepted here is read cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from operator import eq, itemgetter

from disclosure.catalogue.table import Column
from disclosure.dataset.cells import DECIMALS, Value, bounds

BulkReader = Callable[[Sequence[str]], Sequence[Value] | None]
PROBE = 2_000  # cells by which a column is judged
first_sign = itemgetter(0)


def is_various(texts: Sequence[str]) -> bool:
    """Tell whether most texts at the beginning of a column are different ones."""
    return len(set(texts[:PROBE])) * 2 > min(PROBE, len(texts))


def bulk_reader_of(column: Column) -> BulkReader | None:
    """Return what reads a column of some rows at once, None where its cells are read one by one.

    It gives None where any of them has to be looked at.
    """
    limits = column.limits
    if column.type == "string" and not (column.enum or limits.pattern or limits.format):
        return texts_reader(column)
    return numbers_reader(column) if column.type in ("integer", "number") else None


def texts_reader(column: Column) -> BulkReader:
    """Return the reader of texts that need no more than to be long enough and no formula."""
    shortest = max(column.limits.min_length, 1)

    def read(texts: Sequence[str]) -> Sequence[Value] | None:
        if min(map(len, texts)) < shortest:
            return None
        # No formula begins with a letter or a digit.
        return texts if all(map(str.isalnum, set(map(first_sign, texts)))) else None

    return read


def numbers_reader(column: Column) -> BulkReader:
    """Return the reader of numbers in plain digits within their bounds."""
    low, high = bounds(column)
    most = DECIMALS if column.limits.scale is None else column.limits.scale
    is_whole = column.type == "integer" or not most
    form = re.compile(r"-?[0-9]{1,15}" + ("" if is_whole else rf"(?:\.[0-9]{{1,{most}}})?"))
    number: Callable[[str], int | Decimal] = int if column.type == "integer" else Decimal

    def read(texts: Sequence[str]) -> Sequence[Value] | None:
        if not all(map(form.fullmatch, texts)):
            return None
        values: Sequence[int | Decimal] = list(map(number, texts))
        if (low is not None and min(values) < low) or (high is not None and max(values) > high):
            return None
        return counted(values)

    return read


def counted(values: Sequence[int | Decimal]) -> Sequence[Value]:
    """Return numbers that count up one by one as a range, which holds none of them."""
    first = values[0]
    if isinstance(first, int) and values[-1] == first + len(values) - 1:
        counting = range(first, first + len(values))
        if all(map(eq, values, counting)):
            return counting
    return values
