"""Sheets as village accountants keep them, and the two steps of an import on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import xlsxwriter
from msgspec.structs import replace

from disclosure.exchange.plan import Plan, Request, plan_import
from disclosure.problem import DisclosureError, Problem
from disclosure.rules.facts import Facts
from tests.rules.verbs import SMALL, VILLAGE, small_facts

TODAY = date(2026, 10, 9)
HEADER = (
    "序号", "日期", "凭证号", "收支方向", "科目", "摘要", "金额", "资金来源", "经手人", "审批人",
    "余额", "监督意见", "审核日期",
)  # fmt: skip
ONE = (1, "2026-09-03", "记-001", "收入", "经营收入", "门面房租金（3间）", 1200, "集体自有", "甲员",
       "乙员", 11200, "同意", "2026-10-08")  # fmt: skip
TWO = (2, "2026-09-08", "记-002", "支出", "公益支出", "村道路灯电费（3块表）", 1004.2, "运转经费",
       "甲员", "乙员", 10195.8, "同意", "2026-10-08")  # fmt: skip
ANSWERS = {"账户代号": "基本户"}
Cells = Sequence[Sequence[object]]


def cells(row: Sequence[object], **changed: object) -> tuple[object, ...]:
    """Return a row with some cells changed, named by their headings."""
    return tuple(changed.get(title, cell) for title, cell in zip(HEADER, row, strict=True))


def write_xlsx(
    path: Path,
    rows: Cells,
    *,
    name: str = "九月",
    merged: Sequence[tuple[int, int, int, int]] = (),
    options: Mapping[str, object] | None = None,
    formats: Mapping[tuple[int, int], str] | None = None,
) -> Path:
    """Write a workbook of one sheet; a cell that begins with = is a formula without its value."""
    book = xlsxwriter.Workbook(str(path), dict(options or {}))
    sheet = book.add_worksheet(name)
    for top, left, bottom, right in merged:
        sheet.merge_range(top, left, bottom, right, "")
    for row, line in enumerate(rows):
        for column, value in enumerate(line):
            shown = (formats or {}).get((row, column))
            style = book.add_format({"num_format": shown}) if shown else None
            if isinstance(value, date):
                style = style or book.add_format({"num_format": "yyyy-mm-dd"})
                sheet.write_datetime(row, column, value, style)
            elif isinstance(value, str) and value.startswith("="):
                sheet.write_formula(row, column, value)
            elif value is not None:
                sheet.write(row, column, value, style)
    book.close()
    return path


def facts_at(root: Path) -> Facts:
    """Return the facts of the small register for content below a folder."""
    return replace(small_facts(TODAY), root=root)


def plan_file(path: Path, answers: Mapping[str, str] | None = None, **changed: str | None) -> Plan:
    """Plan the import of a village's ledger."""
    request = Request(path, VILLAGE, "village_ledger", "2026-09")
    facts = facts_at(path.parent)
    given = ANSWERS if answers is None else answers
    return plan_import(facts, replace(request, **changed), given)  # type: ignore[arg-type]


def plan_rows(folder: Path, rows: Cells, **extra: object) -> Plan:
    """Plan the import of a ledger with these rows, the header among them."""
    return plan_file(write_xlsx(folder / "账.xlsx", rows, **extra))  # type: ignore[arg-type]


def refused(folder: Path, rows: Cells, **extra: object) -> tuple[Problem, ...]:
    """Return why a ledger is not imported."""
    try:
        plan_rows(folder, rows, **extra)
    except DisclosureError as error:
        return error.problems
    raise AssertionError("it was imported")


def column(plan: Plan, name: str) -> list[str]:
    """Return the texts of one column that will be written."""
    index = plan.intake.columns.index(name)
    return [row[index] for row in plan.intake.rows]


def whys(plan: Plan) -> dict[str, str]:
    """Return why each cell was changed, by its Excel address."""
    return {change.place: change.why for change in plan.intake.changes}


__all__ = ["ANSWERS", "HEADER", "ONE", "SMALL", "TODAY", "TWO", "VILLAGE"]
