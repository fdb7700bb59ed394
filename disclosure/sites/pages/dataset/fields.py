"""The columns of a table in words: what a cell holds, in which unit, and what it may say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from disclosure.catalogue import Column, Table
from disclosure.dataset.wording import FORMS
from disclosure.sites.pages.table_view import ColumnView

TYPES = {"string": "文字", "integer": "整数", "number": "数字", "date": "日期", "boolean": "是或否"}


class FieldView(Struct, frozen=True):
    """A column in words; `is_required` tells whether a cell may be blank, texts are "" = nothing.

    `allowed` is what a cell may hold beyond its type, as a sentence or a list.
    """

    title: str
    name: str
    type: str
    unit: str
    is_required: bool
    allowed: str
    description: str


@lru_cache(maxsize=256)
def view_fields(columns: tuple[ColumnView, ...], schema: Table | None) -> tuple[FieldView, ...]:
    """Return some columns in words; of those a category adds only the title is known.

    Worked out once for all tables of a kind: they have the same columns, page after page.
    """
    known = schema.columns if schema else {}
    return tuple(view_field(column, known.get(column.name)) for column in columns)


def view_field(view: ColumnView, column: Column | None) -> FieldView:
    """Return one column in words."""
    if column is None:
        return FieldView(view.title, view.name, "文字", "", False, "", view.description)
    return FieldView(
        title=view.title,
        name=view.name,
        type=type_words(column),
        unit=view.unit,
        is_required=column.is_required,
        allowed="；".join(limits_of(column)),
        description=view.description,
    )


def type_words(column: Column) -> str:
    """Return the type in words, an amount with its decimals."""
    words = TYPES.get(column.type, column.type)
    scale = column.limits.scale
    return f"{words}，至多 {scale} 位小数" if column.type == "number" and scale else words


def limits_of(column: Column) -> Iterator[str]:
    """Yield what a cell may hold: the listed words, a form, bounds."""
    limits = column.limits
    if column.enum:
        yield "、".join(column.labels.get(word, word) for word in column.enum)
    if limits.pattern in FORMS:
        yield FORMS[limits.pattern]
    low, high = limits.minimum, limits.maximum
    if low and high:
        yield f"{low} 至 {high}"
    elif low or high:
        yield f"不小于 {low}" if low else f"不大于 {high}"
    if limits.min_length:
        yield f"至少 {limits.min_length} 个字"
