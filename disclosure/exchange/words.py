"""Reads a word of a list: as the standard spells it, by its label, ticks for yes and no."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.catalogue.table import Column
from disclosure.exchange.change import Cast, DoubtError
from disclosure.exchange.plain import plain, squeezed
from disclosure.workbook import Value

TICKS = {"√": "是", "✓": "是", "✔": "是", "×": "否", "✗": "否", "✘": "否"}
MAX_CHOICES = 12


def read_word(value: Value, column: Column) -> Cast:
    """Return the value of the list that a cell names; raise where it names none."""
    given = plain(value)
    word = squeezed(TICKS.get(given.strip(), given))
    for allowed in allowed_values(column):
        if word == squeezed(allowed):
            return Cast(allowed, "" if given == allowed else "统一成规定的写法")
    for code, label in column.labels.items():
        if word == squeezed(label):
            return Cast(code, "规定的说法换成代码")
    shown = [column.labels.get(one, one) for one in choices_of(column)]
    listed = "、".join(shown[:MAX_CHOICES]) + ("等" if len(shown) > MAX_CHOICES else "")
    raise DoubtError(f"不在可填的范围内，可填：{listed}", "it is no word of the list")


def allowed_values(column: Column) -> Iterable[str]:
    """Return every text a cell of the list may hold."""
    return (*column.enum, *column.limits.true_values, *column.limits.false_values)


def choices_of(column: Column) -> tuple[str, ...]:
    """Return what people choose from: the list, or 是 and 否."""
    truth = column.limits.true_values[-1:] + column.limits.false_values[-1:]
    return column.enum or truth
