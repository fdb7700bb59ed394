"""The forms of the annual disclosure report (政府信息公开工作年度报告): the cells of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from disclosure.problem import Code, DisclosureError
from disclosure.rows import read_rows

FILE = "catalogue/report_forms.csv"
COLUMNS = ("form", "part", "row_code", "row_label", "columns", "category", "indicators")
FORM_WRONG = Code(
    "report-form-wrong",
    zh="年度报告格式第 {line} 行的 form 写作“{value}”，应为年份",
    en="report forms line {line}: form is {value!r}, a year is expected",
    hint_zh="请写这一格式从哪一个报告年度起使用，如 2021",
    hint_en="write the first year of reports that use the form, such as 2021",
)


class FormRow(Struct, frozen=True):
    """One row of a form: its label as printed and its cells.

    A draft counts the entries of `category`, or takes the first of `indicators`, for the first
    cell ("" and none where nothing is recorded that could be counted).
    """

    part: str
    code: str
    label: str
    columns: tuple[str, ...]
    category: str
    indicators: tuple[str, ...]


class ReportForm(Struct, frozen=True):
    """One form: `year` is the first year of reports that use it; rows are in its order."""

    year: int
    rows: Mapping[tuple[str, str], FormRow]


def load_report_forms(standard: Path) -> tuple[ReportForm, ...]:
    """Read the forms of a standard, the oldest first."""
    found: dict[int, dict[tuple[str, str], FormRow]] = defaultdict(dict)
    for row in read_rows(standard / FILE, FILE, COLUMNS):
        if not (row["form"].isascii() and row["form"].isdecimal()):
            raise DisclosureError(FORM_WRONG.at(FILE, row.line, "form", value=row["form"]))
        found[int(row["form"])][row["part"], row["row_code"]] = FormRow(
            part=row["part"],
            code=row["row_code"],
            label=row["row_label"],
            columns=tuple(row["columns"].split("|")),
            category=row["category"],
            indicators=tuple(filter(None, row["indicators"].split("|"))),
        )
    return tuple(ReportForm(year, rows) for year, rows in sorted(found.items()))
