from __future__ import annotations

import pytest

from disclosure.rules.resident_id import CODE
from tests.attachment.documents import docx, pdf, png, xlsx
from tests.rules.packages import PLACE
from tests.rules.private import found, marks, news, roster
from tests.rules.verbs import check_clean

ID = "11010519491231002X"


@pytest.mark.parametrize(
    "written", [ID, "１１０１０５１９４９１２３１００２ｘ", "110105 1949-1231 002x"]
)
def test_number_in_the_body_is_found_with_its_line(written: str) -> None:
    files = news(f"第一段。\n\n号码{written}。")

    assert marks(CODE, files) == ["error:15::110*************2X"]


def test_number_in_front_matter_is_found_under_its_key() -> None:
    files = news("正文。", f"summary: 号码{ID}\n")

    assert marks(CODE, files) == ["error:9:summary:110*************2X"]


def test_number_in_a_cell_is_found_by_row_and_column() -> None:
    files = roster("E0207", "丁*川", household_no=ID)

    assert marks(CODE, files) == ["error:2:household_no:110*************2X"]


def test_number_in_the_name_of_a_file_is_reported_of_its_folder() -> None:
    (text,) = news("正文。").values()

    problems = found(CODE, {f"{PLACE}/articles/110105-19491231-002x.md": text})

    assert [problem.file for problem in problems] == [f"{PLACE}/articles"]
    assert "19491231" not in str(problems)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", docx("号码", ID)),
        ("a.xlsx", xlsx(f'<c r="B3" t="str"><v>{ID}</v></c>', state="hidden")),
        ("a.pdf", pdf(ID)),
        ("a.csv", f"a,b\n1,{ID}\n".encode()),
        ("a.png", png((b"tEXt", b"Comment\0" + ID.encode()))),
    ],
)
def test_number_in_an_attachment_is_found(name: str, data: bytes) -> None:
    files = {**news("正文。"), f"{PLACE}/files/{name}": data}

    problems = found(CODE, files)

    assert [(problem.file, problem.value) for problem in problems] == [
        (f"{PLACE}/files/{name}", "110*************2X")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "合同编号202610120001000300，签订于2026年10月12日。",
        "统一社会信用代码11441700007280420Y。",
        "原文见 https://www.example.cn/art/13800138000.html 。",
        "公开编号990101100201/2026-0012，金额 13800138000.00 元。",
    ],
)
def test_other_long_numbers_are_clean(text: str) -> None:
    check_clean(*news(text).values())
