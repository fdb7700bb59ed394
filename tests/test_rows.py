from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from disclosure.problem import DisclosureError
from disclosure.rows import parse_rows, read_rows

FILE = "catalogue/sample.csv"


def marks(text: str, columns: tuple[str, ...] = ("code", "name")) -> list[str]:
    with pytest.raises(DisclosureError) as caught:
        parse_rows(text, FILE, columns)
    return [f"{one.code}:{one.line}" for one in caught.value.problems]


def test_rows_hold_cells_by_column_and_know_their_line() -> None:
    text = "code,name,note\n01,甲,\n\n02,乙,备注\n"

    rows = parse_rows(text, FILE, ("code", "name"))

    assert [(row.line, row["code"], row["name"], row["note"]) for row in rows] == [
        (2, "01", "甲", ""),
        (4, "02", "乙", "备注"),
    ]


def test_column_that_is_not_there_is_blank() -> None:
    (row,) = parse_rows("code,name\n01,甲\n", FILE, ("code",))

    assert row["phone"] == ""


def test_quoted_cell_may_span_lines() -> None:
    rows = parse_rows('code,name\n01,"甲\n乙"\n02,丙\n', FILE, ("code",))

    assert [(row.line, row["name"]) for row in rows] == [(3, "甲\n乙"), (4, "丙")]


def test_every_missing_column_and_every_wrong_width_is_named() -> None:
    text = "code,title\n01\n02,乙\n03,丙,丁\n"

    assert marks(text, ("code", "name", "kind")) == [
        "register-column-missing:1",
        "register-column-missing:1",
        "register-row-width:2",
        "register-row-width:4",
    ]


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_empty_table_lacks_its_columns(text: str) -> None:
    assert marks(text) == ["register-column-missing:1", "register-column-missing:1"]


def test_bad_quoting_is_named_with_its_line() -> None:
    assert marks('code,name\n01,甲\n02,"乙"x\n') == ["register-unreadable:3"]


def test_huge_cell_is_a_problem_and_no_traceback() -> None:
    csv.field_size_limit(10**9)  # as frictionless leaves it

    assert marks("code,name\n01," + "x" * 200_000 + "\n") == ["register-unreadable:2"]


@pytest.mark.parametrize(
    ("data", "reason"), [(None, "不存在"), ("code,name\n01,甲\n".encode("gbk"), "UTF-8")]
)
def test_file_that_cannot_be_read(tmp_path: Path, data: bytes | None, reason: str) -> None:
    path = tmp_path / "sample.csv"
    if data is not None:
        path.write_bytes(data)

    with pytest.raises(DisclosureError) as caught:
        read_rows(path, FILE, ("code",))

    (problem,) = caught.value.problems
    assert (problem.code, problem.file) == ("register-unreadable", FILE)
    assert reason in problem.message_zh


def test_byte_order_mark_of_a_spreadsheet_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "sample.csv"
    path.write_bytes(b"\xef\xbb\xbfcode,name\n01,\xe7\x94\xb2\n")

    (row,) = read_rows(path, FILE, ("code", "name"))

    assert row["code"] == "01"


def test_pipe_is_a_problem_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "sample.csv")

    with pytest.raises(DisclosureError) as caught:
        read_rows(tmp_path / "sample.csv", FILE, ("code",))

    assert [problem.code for problem in caught.value.problems] == ["register-unreadable"]
