"""Asks frictionless: about the catalogue's own data package, and about tables that do not fit.

The only module here that imports it: that takes a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from disclosure.problem import Code, Problem

if TYPE_CHECKING:
    from frictionless import Report

FOLDER = "catalogue"
DESCRIPTOR = "datapackage.yaml"
INVALID = Code(
    "catalogue-invalid",
    zh="{file} 不符合数据规范：{reason_zh}",
    en="{file} does not follow its schema: {reason}",
    hint_zh="请对照 catalogue/schemas/ 中的字段说明改正",
    hint_en="see the schema in catalogue/schemas/",
)
REASONS = {
    "type-error": "单元格的类型不对",
    "constraint-error": "单元格不符合字段约束（必填、唯一或格式）",
    "unique-error": "唯一列的值重复",
    "primary-key": "主键重复或为空",
    "foreign-key": "引用的值在所指的表中不存在",
    "missing-cell": "这一行缺少单元格",
    "extra-cell": "这一行多出单元格",
    "blank-row": "有空行",
    "incorrect-label": "表头列名与字段不符",
    "missing-label": "表头缺少列",
    "extra-label": "表头多出列",
    "duplicate-label": "表头列名重复",
    "blank-label": "表头有空列名",
    "encoding-error": "不是 UTF-8 编码",
    "scheme-error": "文件打不开或不存在",
    "source-error": "文件内容无法读取",
    "schema-error": "字段说明（schema）有误",
    "package-error": "数据包说明有误",
    "resource-error": "数据资源说明有误",
    "field-error": "字段定义有误",
}

CONSTRAINT = re.compile(r'constraint "(\w+)" is')
SAME_AS = re.compile(r"the same as in the row at position (\d+)")
EVERY = 10**9  # errors: frictionless stops at a thousand unless told


class Fault(Struct, frozen=True):
    """One fault of a table: `kind` is the type of the error, or the constraint that is broken.

    `row` and `other` (the row with the same key, 0 = none) count from the header, which is 1;
    `column` is "" where the whole row is meant.
    """

    row: int
    column: str
    kind: str
    note: str
    other: int = 0


def faults_of(
    schema: Mapping[str, object], columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[Fault]:
    """Yield what frictionless finds in a table whose cells are given as text.

    It is handed the cells, never a file, an address or a descriptor of somebody else's: so it opens
    nothing, guesses no encoding, dialect or type, and runs in this process.
    """
    from frictionless import Checklist, Dialect, Schema
    from frictionless.resources import TableResource

    resource = TableResource(
        name="table",
        data=[list(columns), *map(list, rows)],
        dialect=Dialect(header=True, header_rows=[1]),
        schema=Schema.from_descriptor(dict(schema)),
    )
    report = resource.validate(Checklist(), parallel=False, limit_errors=EVERY)
    for error in (*report.errors, *(error for task in report.tasks for error in task.errors)):
        broken = CONSTRAINT.match(error.note)
        same = SAME_AS.match(error.note)
        yield Fault(
            row=getattr(error, "row_number", 1) or 1,
            column=getattr(error, "field_name", "") or "",
            kind=broken[1] if broken and error.type == "constraint-error" else error.type,
            note=error.note,
            other=int(same[1]) if same else 0,
        )


def validate_package(base: Path) -> Iterator[Problem]:
    """Yield what frictionless finds in the package at `base/catalogue`; `line` is the row's."""
    from frictionless import FrictionlessException, Package

    try:
        report = Package(str(base / FOLDER / DESCRIPTOR)).validate()
    except FrictionlessException as exception:
        error = exception.error
        yield invalid(f"{FOLDER}/{DESCRIPTOR}", 1, error.type, error.message)
        return
    yield from problems_of(report)


def validate_register(base: Path, standard: Path, name: str) -> Iterator[Problem]:
    """Yield what frictionless finds in one register under `base`, by the standard's schema."""
    from frictionless import FrictionlessException, Resource, Schema, system

    try:
        with system.use_context(trusted=True):  # the schema lies outside the register's folder
            schema = Schema.from_descriptor(str(standard / FOLDER / "schemas" / f"{name}.yaml"))
            schema.foreign_keys = []  # they point to tables of the standard's own package
            path = str(base / FOLDER / f"{name}.csv")
            report = Resource(path=path, schema=schema).validate()
    except FrictionlessException as exception:
        error = exception.error
        yield invalid(f"{FOLDER}/{name}.csv", 1, error.type, error.message)
        return
    yield from problems_of(report, f"{FOLDER}/{name}.csv")


def validate_tables(base: Path) -> Iterator[Problem]:
    """Yield every standard table that is no valid Table Schema."""
    from frictionless import FrictionlessException, Schema

    for path in sorted((base / FOLDER / "tables").glob("*.yaml")):
        file = f"{FOLDER}/tables/{path.name}"
        try:
            Schema.from_descriptor(str(path))
        except FrictionlessException as exception:
            for error in exception.reasons or [exception.error]:
                yield invalid(file, 1, error.type, error.note or error.message)


def problems_of(report: Report, file: str = "") -> Iterator[Problem]:
    """Yield the errors of a report as problems; `file` names the one table it is about."""
    for error in report.errors:
        yield invalid(file or f"{FOLDER}/{DESCRIPTOR}", 1, error.type, error.message)
    for task in report.tasks:
        place = file or f"{FOLDER}/{task.place}"
        for error in task.errors:
            yield invalid(
                place,
                getattr(error, "row_number", 0) or 0,
                error.type,
                error.note or error.message,
                field=getattr(error, "field_name", "") or "",
                value=str(getattr(error, "cell", "") or ""),
            )


def invalid(
    file: str, line: int, type_: str, reason: str, *, field: str = "", value: str = ""
) -> Problem:
    """Return one finding; what kind it is in Chinese, frictionless' own words in English."""
    reason_zh = REASONS.get(type_, reason)
    if field:
        reason_zh = f"{field} 列的“{value}”，" + reason_zh
    return INVALID.at(file, line, field, value=value, reason_zh=reason_zh, reason=reason)
