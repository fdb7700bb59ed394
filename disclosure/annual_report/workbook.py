"""The Excel file of a draft: the three tables of the form as they are printed, and the sources.

The same draft gives the same bytes: no clock, no names of whoever made it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from disclosure.annual_report.draft import MISSING, Draft
from disclosure.annual_report.records import Record
from disclosure.catalogue import FormRow, Table
from disclosure.table_rules.annual_reports import GROUPS, KINDS, OUTCOMES, T2, T3, TOTAL

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

RULE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
RESULTS = "三、本年度办理结果"
ARTICLES = {
    "a1": "第二十条第（一）项",
    "a5": "第二十条第（五）项",
    "a6": "第二十条第（六）项",
    "a8": "第二十条第（八）项",
    "a9": "第二十条第（九）项",
}
LABEL_WIDTH, LABELS = 14, 3  # characters, and columns, of the labels of table 2
FORMATS: dict[str, dict[str, Any]] = {  # Any: as xlsxwriter declares properties
    "head": {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True},
    "label": {"border": 1, "valign": "vcenter", "text_wrap": True},
    "number": {"border": 1, "align": "right"},
    "missing": {"border": 1, "align": "right", "font_color": "#7F7F7F", "bg_color": "#F2F2F2"},
}


class Book:
    """A workbook being written: its formats, and the draft the cells are taken from."""

    def __init__(self, draft: Draft, table: Table, formats: Mapping[str, Format]) -> None:
        self.draft = draft
        self.labels = table.columns["column_code"].labels
        self.formats = formats

    def merge(self, sheet: Worksheet, area: Sequence[int], text: str, name: str = "head") -> None:
        """Write a text over an area (first row, first column, last row, last column)."""
        first_row, first, last_row, last = area
        if (first_row, first) == (last_row, last):
            sheet.write_string(first_row, first, text, self.formats[name])
        else:
            sheet.merge_range(first_row, first, last_row, last, "", self.formats[name])
            sheet.write_string(first_row, first, text, self.formats[name])

    def cells(self, sheet: Worksheet, at: tuple[int, int], row: FormRow) -> None:
        """Write the cells of one row of the form, to the right of a place."""
        for offset, column in enumerate(row.columns):
            record = self.draft.records.get((row.part, row.code, column))
            self.cell(sheet, at[0], at[1] + offset, record)

    def cell(self, sheet: Worksheet, row: int, column: int, record: Record | None) -> None:
        if record:
            sheet.write_number(row, column, float(record.value), self.formats["number"])
        else:
            sheet.write_string(row, column, MISSING, self.formats["missing"])


def write_workbook(draft: Draft, table: Table) -> bytes:
    """Return the file."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    with Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        workbook.set_properties({"title": draft.title, "created": datetime(draft.year + 1, 1, 1)})
        formats = {name: workbook.add_format(given) for name, given in FORMATS.items()}
        book = Book(draft, table, formats)
        first_table(book, workbook.add_worksheet("表一"))
        second_table(book, workbook.add_worksheet("表二"))
        third_table(book, workbook.add_worksheet("表三"))
        sources(book, workbook.add_worksheet("来源"))
    return target.getvalue()


def rows_of(draft: Draft, *parts: str) -> list[FormRow]:
    return [row for row in draft.form.rows.values() if row.part in parts]


def first_table(book: Book, sheet: Worksheet) -> None:
    """Write table 1: a block for each item of the article, with a head of its own."""
    sheet.set_column(0, 3, 22)
    line, block = 0, ""
    columns: tuple[str, ...] = ()
    rows = [row for row in book.draft.form.rows.values() if row.part not in (T2, T3)]
    for row in rows:
        item = row.code.partition(".")[0]
        if (item, row.columns) != (block, columns):
            if item != block:
                book.merge(sheet, (line, 0, line, 3), ARTICLES.get(item, item))
                line += 1
            block, columns = item, row.columns
            book.merge(sheet, (line, 0, line, 0), "信息内容")
            for offset, name in enumerate(columns, 1):
                book.merge(sheet, (line, offset, line, offset), book.labels[name])
            line += 1
        book.merge(sheet, (line, 0, line, 0), row.label, "label")
        book.cells(sheet, (line, 1), row)
        line += 1


def second_table(book: Book, sheet: Worksheet) -> None:
    """Write table 2 with the merged cells of the form."""
    sheet.set_column(0, LABELS - 2, LABEL_WIDTH)
    sheet.set_column(LABELS - 1, LABELS - 1, 3 * LABEL_WIDTH)
    kinds = (*KINDS, TOTAL)
    last = LABELS + len(kinds) - 1
    book.merge(sheet, (0, 0, 2, LABELS - 1), RULE)
    book.merge(sheet, (0, LABELS, 0, last), "申请人情况")
    book.merge(sheet, (1, LABELS, 2, LABELS), book.labels[KINDS[0]])
    book.merge(sheet, (1, LABELS + 1, 1, last - 1), "法人或其他组织")
    for offset, kind in enumerate(KINDS[1:], LABELS + 1):
        book.merge(sheet, (2, offset, 2, offset), book.labels[kind])
    book.merge(sheet, (1, last, 2, last), book.labels[TOTAL])
    rows = rows_of(book.draft, T2)
    for line, row in enumerate(rows, 3):
        book.cells(sheet, (line, LABELS), row)
    results = [line for line, row in enumerate(rows, 3) if row.code.startswith("3.")]
    book.merge(sheet, (results[0], 0, results[-1], 0), RESULTS, "label")
    for line, row in enumerate(rows, 3):
        levels = row.code.count(".")
        if levels < LABELS - 1:  # a row without rows of its own below it
            book.merge(sheet, (line, levels, line, LABELS - 1), row.label, "label")
        else:
            book.merge(sheet, (line, levels, line, levels), row.label, "label")
    for group, label in GROUPS.items():
        lines = [line for line, row in enumerate(rows, 3) if row.code.startswith(f"{group}.")]
        if lines:
            book.merge(sheet, (lines[0], 1, lines[-1], 1), label, "label")


def third_table(book: Book, sheet: Worksheet) -> None:
    """Write table 3: one row of cells under three groups of heads."""
    width = len(OUTCOMES) + 1
    heads = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    book.merge(sheet, (0, 0, 1, width - 1), "行政复议")
    book.merge(sheet, (0, width, 0, 3 * width - 1), "行政诉讼")
    for number, title in enumerate(("未经复议直接起诉", "复议后起诉"), 1):
        book.merge(sheet, (1, number * width, 1, (number + 1) * width - 1), title)
    for number, row in enumerate(rows_of(book.draft, T3)):
        for offset, head in enumerate(heads):
            column = number * width + offset
            book.merge(sheet, (2, column, 2, column), head)
        book.cells(sheet, (3, number * width), row)


def sources(book: Book, sheet: Worksheet) -> None:
    """Write what every figure rests on, and how many cells are not on record."""
    sheet.set_column(0, 3, 30)
    for place, title in enumerate(("行", "栏", "数值", "来源")):
        book.merge(sheet, (0, place, 0, place), title)
    line, missing = 1, 0
    for row, column, record in book.draft.cells():
        if record is None:
            missing += 1
            continue
        book.merge(sheet, (line, 0, line, 0), row.label, "label")
        book.merge(sheet, (line, 1, line, 1), book.labels[column], "label")
        book.cell(sheet, line, 2, record)
        book.merge(sheet, (line, 3, line, 3), record.source, "label")
        line += 1
    note = (
        f"另有 {missing} 格{MISSING}：系统里没有记录，不等于没有发生，请逐格核实后填写；"
        "按公开内容计数的，少于实际的请改正。"
    )
    book.merge(sheet, (line, 0, line, 3), note, "label")
