"""Workbooks: texts are never formulas, numbers and days are such, equal tables give equal bytes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from disclosure.catalogue.table import plain_column
from disclosure.opendata.cells_xml import CUT, MAX_TEXT
from disclosure.opendata.columns import Layout
from disclosure.opendata.workbook import Leaf, sheet_names, write_workbook
from disclosure.workbook import column_letters

DAY = date(2026, 10, 9)
LAYOUT = Layout(
    (
        plain_column("code", "代码"),
        plain_column("amount", "金额", "number"),
        plain_column("day", "日期", "date"),
    ),
    None,
)


def write(path: Path, *rows: tuple[str, ...], name: str = "2026-09 明细账") -> CalamineWorkbook:
    leaf = Leaf(name, ("甲村九月账", str(len(rows))), LAYOUT, rows)
    write_workbook(path, "甲村2026年", ("数据包", "行数"), (leaf,), DAY)
    return CalamineWorkbook.from_path(path)


def cells(book: CalamineWorkbook, number: int = 1) -> list[list[object]]:
    return book.get_sheet_by_index(number).to_python()[1:]


def xml_of(path: Path, name: str) -> str:
    with ZipFile(path) as file:
        return file.read(name).decode()


def test_cells_keep_their_kind(tmp_path: Path) -> None:
    book = write(tmp_path / "a.xlsx", ("007", "-1020.50", "2026-09-05"))

    assert cells(book) == [["007", -1020.5, date(2026, 9, 5)]]


def test_first_sheet_lists_the_others_and_leads_to_them(tmp_path: Path) -> None:
    book = write(tmp_path / "a.xlsx", ("1", "2", ""), name="村里的'账'")

    assert book.sheet_names == ["目录", "村里的'账"]
    assert book.get_sheet_by_index(0).to_python()[2:] == [
        ["工作表", "数据包", "行数"],
        ["村里的'账", "甲村九月账", "1"],
    ]
    assert "location=\"'村里的''账'!A1\"" in xml_of(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "-2", "\t=1", '=HYPERLINK("http://x")'])
def test_text_that_looks_like_a_formula_stays_a_text(tmp_path: Path, text: str) -> None:
    book = write(tmp_path / "a.xlsx", (text, "", ""))

    assert cells(book)[0][0] == text
    assert "<f>" not in xml_of(tmp_path / "a.xlsx", "xl/worksheets/sheet2.xml")


def test_number_with_more_digits_than_a_spreadsheet_keeps_is_a_text(tmp_path: Path) -> None:
    book = write(tmp_path / "a.xlsx", ("", "123456789012345.67", ""), ("", "1234567890123.45", ""))

    assert [row[1] for row in cells(book)] == ["123456789012345.67", 1234567890123.45]


def test_day_before_the_calendar_of_a_spreadsheet_is_a_text(tmp_path: Path) -> None:
    book = write(tmp_path / "a.xlsx", ("", "", "1898-02-01"), ("", "", "2026-02-30"))

    assert [row[2] for row in cells(book)] == ["1898-02-01", "2026-02-30"]


def test_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    book = write(tmp_path / "a.xlsx", ("字" * 40_000, "", ""))

    text = str(cells(book)[0][0])

    assert len(text) == MAX_TEXT
    assert text.endswith(CUT)


def test_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write(tmp_path / name, ("<&>\"'", "1.00", "2026-09-05"))

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_word_for_a_character_stays_a_word(tmp_path: Path) -> None:
    """Excel reads `_x0041_` as the letter A."""
    write(tmp_path / "a.xlsx", ("_x0041_ a_xyz_", "", ""))

    assert "_x005F_x0041_ a_xyz_" in xml_of(tmp_path / "a.xlsx", "xl/worksheets/sheet2.xml")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.text(alphabet=st.characters(codec="utf-8"), min_size=1), max_size=4))
def test_any_text_makes_a_file_that_can_be_read(tmp_path: Path, texts: list[str]) -> None:
    book = write(tmp_path / "a.xlsx", *((f"a{text}", "", "") for text in texts))

    read = [re.sub(r"_x005F_", "_", str(row[0])) for row in cells(book)]

    kept = [re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", f"a{text}") for text in texts]
    assert read == kept


def test_names_of_sheets_are_such_as_excel_accepts() -> None:
    wanted = ("a/b:c", "A b c", "", "'", "x" * 40, "x" * 40, "History", "目录")

    names = sheet_names(wanted)

    assert names == (
        "a b c",
        "A b c (2)",
        "表",
        "表 (2)",
        "x" * 31,
        "x" * 27 + " (2)",
        "History (2)",
        "目录 (2)",
    )


def test_columns_are_lettered_as_in_a_spreadsheet() -> None:
    assert [column_letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip
