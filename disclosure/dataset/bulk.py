"""Reads a long column at once where hardly any text repeats, so that no memo would help.

At most as generous as the reader of its cells: what is not accepted here is read cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from disclosure.catalogue.table import Column
from disclosure.dataset.cells import DECIMALS, Value, bounds

PROBE = 2_000  # cells by which a column is judged
# A line that is blank or does not begin with a letter or digit, as no formula does.
NOT_PLAIN = re.compile(r"(?:\A|\n)(?:[\W_]|\Z)")


def is_various(texts: Sequence[str]) -> bool:
    """Tell whether most texts at the beginning of a column are different ones."""
    return len(set(texts[:PROBE])) * 2 > min(PROBE, len(texts))


def read_bulk(column: Column, texts: Sequence[str]) -> Sequence[Value] | None:
    """Return the values of a column, None where its cells have to be looked at one by one."""
    if column.type == "string":
        return read_texts(column, texts)
    if column.type in ("integer", "number"):
        return read_numbers(column, texts)
    return None


def read_texts(column: Column, texts: Sequence[str]) -> Sequence[Value] | None:
    """Return texts that need no more than to be there, to be long enough and no formula."""
    limits = column.limits
    if column.enum or limits.pattern or limits.format:
        return None
    if min(map(len, texts)) < limits.min_length or NOT_PLAIN.search("\n".join(texts)):
        return None
    return texts


def read_numbers(column: Column, texts: Sequence[str]) -> list[Value] | None:
    """Return numbers in plain digits within their bounds."""
    most = DECIMALS if column.limits.scale is None else column.limits.scale
    is_whole = column.type == "integer" or not most
    form = r"-?[0-9]{1,15}" + ("" if is_whole else rf"(?:\.[0-9]{{1,{most}}})?")
    if re.search(rf"(?:\A|\n)(?!{form}(?:\n|\Z))", "\n".join(texts)):
        return None
    low, high = bounds(column)
    values = list(map(int, texts)) if column.type == "integer" else list(map(Decimal, texts))
    if (low is not None and min(values) < low) or (high is not None and max(values) > high):
        return None
    return list(values)
