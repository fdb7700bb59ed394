"""Rows as JSON: values of their type, with the digits of the file, and nothing lost."""

from __future__ import annotations

import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalogue.table import Column, Limits, plain_column
from disclosure.opendata.rows_json import write_rows

TRUTH = Column("passed", "boolean", "通过", "", "", False, (), False, (), "", "", {},
               Limits(true_values=("true",), false_values=("false",)))  # fmt: skip
COLUMNS = (
    plain_column("code", "代码"),
    plain_column("amount", "金额", "number"),
    plain_column("count", "件数", "integer"),
    plain_column("day", "日期", "date"),
    TRUTH,
)


def test_cells_are_values_of_their_column() -> None:
    row = ("007", "1020.00", "12", "2026-09-05", "false")

    written = write_rows(COLUMNS, [row])

    assert json.loads(written, parse_float=Decimal) == [
        {
            "code": "007",
            "amount": Decimal("1020.00"),
            "count": 12,
            "day": "2026-09-05",
            "passed": False,
        }
    ]
    assert '"amount":1020.00' in written  # to the cent, as the file has it


def test_blank_cell_is_null_and_not_nought() -> None:
    (row,) = json.loads(write_rows(COLUMNS, [("", "", "", "", "")]))

    assert set(row.values()) == {None}


def test_number_that_json_cannot_write_keeps_its_value() -> None:
    (row,) = json.loads(write_rows(COLUMNS, [("x", "-007.50", "0012", "2026-09-05", "true")]))

    assert (row["amount"], row["count"]) == (-7.5, 12)


def test_what_is_no_value_of_its_column_stays_text() -> None:
    (row,) = json.loads(write_rows(COLUMNS, [("x", "1e5", "１２", "9月5日", "是")]))

    assert (row["amount"], row["count"], row["passed"]) == ("1e5", "１２", "是")


def test_table_without_rows_is_an_empty_list() -> None:
    assert json.loads(write_rows(COLUMNS, [])) == []


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_any_text_is_read_back(rows: list[tuple[str, str]]) -> None:
    columns = (plain_column("a", "甲"), plain_column('b"\\', "乙"))

    read = json.loads(write_rows(columns, rows))

    assert [(row["a"] or "", row['b"\\'] or "") for row in read] == rows
