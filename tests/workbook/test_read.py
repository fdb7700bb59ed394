from __future__ import annotations

import io
import random
import struct
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from disclosure.problem import DisclosureError
from disclosure.workbook import Area, Sheet, Workbook, address, read_workbook
from tests.workbook.xls import Formula, XlsSheet, compound, record, write_xls


def read(folder: Path, data: bytes, name: str = "账.xls") -> Workbook:
    path = folder / name
    path.write_bytes(data)
    return read_workbook(path)


def reason(folder: Path, data: bytes, name: str = "账.xls") -> str:
    """Return why a file is refused."""
    with pytest.raises(DisclosureError) as error:
        read(folder, data, name)
    [problem] = error.value.problems
    assert problem.code == "workbook-unreadable"
    return problem.message_zh


def xlsx(*, member: str = "", old: str = "", new: str = "") -> bytes:
    """Return a small .xlsx file, in one member of which something may be replaced."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("九月")
    sheet.merge_range("A1:C1", "标题")
    sheet.write_row(1, 0, ["甲", 12.5, True])
    sheet.write_formula("A3", "=B2*2", value=25)
    sheet.write_formula("B3", "=1/0", value="#DIV/0!")
    sheet.write_number("C3", 7, book.add_format({"num_format": "0000"}))
    sheet.set_column(1, 1, None, None, {"hidden": True})
    sheet.set_row(2, None, None, {"hidden": True})
    book.add_worksheet("底稿").hide()
    book.close()
    if not member:
        return data.getvalue()
    changed = io.BytesIO()
    with zipfile.ZipFile(data) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == member:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            target.writestr(name, text)
    return changed.getvalue()


def test_an_xls_file_gives_its_cells_and_what_is_hidden(tmp_path: Path) -> None:
    rows = [["标题", None, None], ["序号", "日期", "金额"], [1, date(2026, 9, 1), Formula(7.5)],
            [2, None, Formula(fails=True)]]  # fmt: skip
    sheet = XlsSheet("九月", rows, merged=[(0, 0, 0, 2)], hidden_columns=[1], hidden_rows=[3])

    book = read(tmp_path, write_xls([sheet, XlsSheet("底稿", [["甲"]], is_hidden=True)]))

    first = book.sheets[0]
    assert first == Sheet(
        name="九月",
        rows=(
            ("标题", None, None),
            ("序号", "日期", "金额"),
            (1.0, date(2026, 9, 1), 7.5),
            (2.0, None, None),
        ),
        merged=(Area(0, 0, 0, 2),),
        hidden_columns=(1,),
        hidden_rows=(3,),
        failed=((3, 2),),
    )
    assert book.sheets[1].is_hidden


def test_an_xls_file_may_count_its_days_from_1904(tmp_path: Path) -> None:
    data = write_xls([XlsSheet("九月", [[date(2026, 9, 1)]])], from_1904=True)

    [sheet] = read(tmp_path, data).sheets

    assert sheet.counts_from_1904
    assert sheet.rows == ((date(2026, 9, 1),),)


def test_an_xlsx_file_gives_the_same(tmp_path: Path) -> None:
    first, second = read(tmp_path, xlsx(), "账.xlsx").sheets

    assert first.rows == (("标题", None, None), ("甲", 12.5, True), (25.0, None, 7.0))
    assert first.merged == (Area(0, 0, 0, 2),)
    assert (first.hidden_columns, first.hidden_rows) == ((1,), (2,))
    assert (first.failed, first.uncomputed) == (((2, 1),), ())
    assert first.widths == {(2, 2): 4}
    assert second.is_hidden


def test_a_formula_without_its_value_is_told_from_one_that_gives_nothing(tmp_path: Path) -> None:
    sheet = "xl/worksheets/sheet1.xml"
    bare = xlsx(member=sheet, old="<f>B2*2</f><v>25</v>", new="<f>B2*2</f>")
    blank = xlsx(member=sheet, old='<c r="A3"><f>B2*2</f><v>25</v>',
                 new='<c r="A3" t="str"><f>B2*2</f><v></v>')  # fmt: skip

    assert read(tmp_path, bare, "账.xlsx").sheets[0].uncomputed == ((2, 0),)
    assert read(tmp_path, blank, "账.xlsx").sheets[0].uncomputed == ()


def test_a_file_is_known_by_its_beginning_not_by_its_name(tmp_path: Path) -> None:
    assert read(tmp_path, xlsx(), "账.xls").sheets[0].name == "九月"
    assert "其实是网页" in reason(tmp_path, b"<html><table><tr><td>1</td></tr></table></html>")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("账.et", b"\x01\x02", "不是 .xlsx、.xls、.csv 文件"),
        ("账.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "已损坏"),
        ("账.xlsx", b"PK\x03\x04" + bytes(40), "已损坏"),
        ("账.xls", compound(record(0x809) + record(0x2F) + record(0x0A)), "加了密"),
        ("账.csv", b"\xff\xff\xff", "文字编码"),
        ("账.csv", b'"\xe7\x94\xb2', "引号"),
    ],
)
def test_what_is_no_workbook_is_refused_with_a_reason(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    assert said in reason(tmp_path, data, name)


def test_a_cell_at_the_far_end_of_a_sheet_does_not_fill_the_memory(tmp_path: Path) -> None:
    far = xlsx(member="xl/worksheets/sheet1.xml", old='r="A3"', new='r="XFD1048576"')

    assert "表格太大" in reason(tmp_path, far, "账.xlsx")


def test_impossible_dimensions_do_not_fill_the_memory(tmp_path: Path) -> None:
    good = write_xls([XlsSheet("九月", [["甲", 1]])])
    dimensions = struct.pack("<2H2I3H", 0x200, 14, 0, 1, 0, 2, 0)
    assert good.count(dimensions) == 1

    for body in ((9, 1, 0, 2), (0, 0xFFFFFFFF, 0, 2), (0, 1, 0, 0xFFFF)):
        wrong = struct.pack("<2H2I3H", 0x200, 14, *body, 0)
        assert "已损坏" in reason(tmp_path, good.replace(dimensions, wrong))


@pytest.mark.parametrize("name", ["账.xls", "账.xlsx"])
def test_a_spoilt_workbook_is_read_or_refused_but_breaks_nothing(tmp_path: Path, name: str) -> None:
    good = xlsx() if name.endswith("x") else write_xls([XlsSheet("九月", [["甲", 1], ["乙", 2]])])
    chance = random.Random(20260901)

    for _ in range(40):
        data = bytearray(good)
        for _ in range(chance.choice((1, 4, 20))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(DisclosureError):
            read(tmp_path, bytes(data), name)


def test_no_file_and_no_permission_are_said(tmp_path: Path) -> None:
    with pytest.raises(DisclosureError) as error:
        read_workbook(tmp_path / "没有.xlsx")

    assert "没有这个文件" in error.value.problems[0].message_zh


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_csv_in_every_encoding_excel_writes(tmp_path: Path, encoding: str, separator: str) -> None:
    text = separator.join(("序号", "摘要")) + "\r\n" + separator.join(("1", "村道路灯"))

    [sheet] = read(tmp_path, text.encode(encoding), "账.csv").sheets

    assert sheet.rows == (("序号", "摘要"), ("1", "村道路灯"))


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (4, 25, "Z5"), (9, 26, "AA10"), (0, 702, "AAA1")]
)
def test_cells_are_called_as_excel_calls_them(row: int, column: int, name: str) -> None:
    assert address(row, column) == name
