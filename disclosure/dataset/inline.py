"""A schema written out in a data package: for tables that no standard table describes.

It may name columns and their types, no more. Constraints are the standard's alone: a bad pattern
can keep a computer busy for hours. (They would also be nested deeper than our YAML goes.)
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue.table import Table, table_from_given
from disclosure.dataset.cells import READERS
from disclosure.marked import Given
from disclosure.problem import Code, DisclosureError, Problem

RESOURCE_SCHEMA = Code(
    "resource-schema",
    zh="数据表的字段说明（schema）不可用：{reason}",
    en="the schema of the table is not usable: {value!r}",
    hint_zh="请写 schema: table:<标准数据表名>；没有标准表的，逐列写 name、title、type",
    hint_en="write schema: table:<name>, or list the fields with name, title and type",
)
SCHEMA_KEYS = frozenset(("fields", "primaryKey", "missingValues", "title", "description"))
FIELD_KEYS = frozenset(("name", "type", "title", "description", "unit", "scale"))
TYPES = tuple(kind for kind in READERS if kind != "boolean")  # which needs its words listed


def read_inline(given: Given, file: str) -> Table:
    """Return the table a package describes itself; raise everything it may not say."""
    wrong = list(faults_in(given, file))
    if wrong:
        raise DisclosureError(*wrong)
    return table_from_given(given, file, "")


def faults_in(given: Given, file: str) -> Iterator[Problem]:
    """Yield what is wrong with a schema, in the order it is written."""
    for name, part in (given.fields or {}).items():
        if name not in SCHEMA_KEYS:
            yield refused(part, file, name, f"不能写 {name}")
    missing = given.get("missingValues")
    if missing and missing.texts() not in ((), ("",)):
        yield refused(missing, file, "missingValues", "空格子就是没有值，不能另作规定")
    fields = given.get("fields")
    names = [field.text_of("name") for field in (fields.items if fields else None) or ()]
    if not names or not all(names) or len(set(names)) < len(names):
        yield refused(fields or given, file, "fields", "应逐列写明列名（name），列名不能重复")
    for field in (fields.items if fields else None) or ():
        yield from faults_of_field(field, file)
    key = given.get("primaryKey")
    for name in key.texts() if key else ():
        if name not in names:
            yield refused(key or given, file, "primaryKey", f"主键“{name}”不是数据表的一列")


def faults_of_field(field: Given, file: str) -> Iterator[Problem]:
    """Yield what is wrong with one field."""
    title, kind = field.text_of("name"), field.text_of("type")
    for name, part in (field.fields or {}).items():
        if name not in FIELD_KEYS:
            yield refused(part, file, name, f"“{title}”列不能写 {name}")
    if kind not in TYPES:
        yield refused(field, file, "type", f"“{title}”列的类型“{kind}”应为 {'、'.join(TYPES)} 之一")
    if not is_count(field.text_of("scale")):
        yield refused(field, file, "scale", f"“{title}”列的 scale 应为小数位数")


def refused(part: Given, file: str, field: str, reason: str) -> Problem:
    """Return one fault of a schema."""
    return RESOURCE_SCHEMA.at(
        file, part.key_line or part.line, f"schema.{field}", value=part.text, reason=reason
    )


def is_count(text: str) -> bool:
    """Tell whether a text is a small whole number, or nothing."""
    return not text or (text.isascii() and text.isdecimal() and len(text) < 3)
