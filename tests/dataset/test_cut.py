"""Text without quotes is cut into the cells a CSV reader finds in it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.dataset.cut import cut_columns, cut_header
from disclosure.rows import MAX_CELL


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(st.text("a甲 ,\n\"\r\x0b\u2028\0'", max_size=30), st.integers(2, 3))
def test_what_is_cut_is_what_a_reader_reads(text: str, width: int) -> None:
    columns = cut_columns(text, width)

    if columns is not None:
        assert len(columns) == width
        assert list(map(list, zip(*columns, strict=True))) == read(text)


@given(st.lists(st.lists(st.text("a甲 1"), min_size=3, max_size=3)))
def test_every_plain_text_is_cut(rows: list[list[str]]) -> None:
    text = "".join(",".join(row) + "\n" for row in rows)

    columns = cut_columns(text, 3)

    assert columns is not None
    assert list(map(list, zip(*columns, strict=True))) == rows


@pytest.mark.parametrize(
    "text", ["1\n", "1,2,3\n", "1,2\n\n", '1,"2"\n', "1,2\r\n", "1," + "2" * MAX_CELL]
)
def test_anything_else_is_left_to_a_reader(text: str) -> None:
    assert cut_columns(text, 2) is None


@pytest.mark.parametrize("line", ["", "a", "a,", "a,a", '"a",b', "a,b\r"])
def test_header_that_is_not_plain_is_left_to_a_reader(line: str) -> None:
    assert cut_header(line) is None
    assert cut_header("a,b") == ("a", "b")
