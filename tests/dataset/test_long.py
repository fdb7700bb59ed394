"""A long table is read by columns, and gives what a short one gives, row by row."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.dataset import DataTable, long, read_values, resource
from disclosure.dataset.bulk import bulk_reader_of
from disclosure.dataset.cells import CellError, reader_of
from disclosure.dataset.columnar import FEW, MAX_KEPT, TextRows, Uniform
from disclosure.dataset.long import read_long
from disclosure.dataset.resource import parse_table
from disclosure.problem import Problem
from tests.dataset.ledgers import COLUMNS, ROW, standard_tables
from tests.rules.test_broken import BROKEN, problems_of_sample

LEDGER = standard_tables()["village_ledger"]
CELL = st.text("0123456789.-甲ab ,\"'=+\n_", max_size=6)


def written(folder: Path, text: str) -> str:
    path = folder / "t.csv"
    path.write_text(text, "utf-8", newline="")
    return str(path)


def test_long_table_is_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long, "STRETCH", 2)
    text = '\ufeffa,b\r\n1,"x,\ny"\r\n2,\r\n,z\r\n'

    found = read_long(written(tmp_path, text))

    assert found is not None
    header, rows = found
    assert (header, tuple(rows)) == rows_of(parse_table(text[1:], "t.csv"))
    assert rows[1] == ("2", "")
    assert rows[-1:] == (("", "z"),)
    assert len(rows) == 3


@given(st.text('a,"\r\n', max_size=40), st.integers(1, 9))
def test_stretches_cut_no_cell_in_two(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        patch.setattr(long, "STRETCH", size)
        found = read_long(written(Path(folder), "a,b\n" + text))

    if found is not None:
        assert (found[0], tuple(found[1])) == rows_of(parse_table("a,b\n" + text, "t.csv"))


def rows_of(read: tuple[tuple[str, ...], Iterable[object]]) -> tuple[object, object]:
    return read[0], tuple(read[1])


@pytest.mark.parametrize(
    "text",
    ["", "a,b\n", "a,a\n1,2\n", "a,\n1,2\n", "a;b\n1;2\n", 'a,b\n1,"2\n', "a,b\n1\n", "a,b\n\n"],
)
def test_what_is_wrong_with_a_file_is_left_to_the_other_reader(tmp_path: Path, text: str) -> None:
    assert read_long(written(tmp_path, text)) is None


def test_file_of_another_encoding_is_left_to_the_other_reader(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("a,b\n收入,1\n".encode("gb18030"))

    assert read_long(str(path)) is None


def table_of(rows: object) -> DataTable:
    return DataTable("t", "t.csv", 1, "village_ledger", COLUMNS, rows)  # type: ignore[arg-type]


def test_values_of_a_long_table_are_those_of_a_short_one() -> None:
    number = COLUMNS.index("entry_no")
    rows = tuple((*ROW[:number], str(one), *ROW[number + 1 :]) for one in range(1, 50))
    texts = TextRows([list(column) for column in zip(*rows, strict=True)])

    short = read_values(table_of(rows), LEDGER, {})
    found = read_values(table_of(texts), LEDGER, {})

    assert short is not None
    assert found is not None
    assert [(row.number, dict(row.cells)) for row in found.rows] == [
        (row.number, dict(row.cells)) for row in short.rows
    ]
    assert found.rows[3].cells.get("amount") == short.rows[3].cells.get("amount")
    assert found.rows[3].cells.get("not there") is None
    assert list(table_of(texts).column("amount")) == list(table_of(rows).column("amount"))


@pytest.mark.parametrize(
    ("numbers", "is_good"),
    [
        (range(1, MAX_KEPT + 9), True),
        (range(MAX_KEPT + 9, 0, -1), True),
        ((*range(1, MAX_KEPT + 9), 7), False),
        ((1, *range(1, MAX_KEPT + 9)), False),
    ],
    ids=["ascending", "descending", "one again at the end", "one twice at the beginning"],
)
def test_keys_of_a_long_table_are_unique_in_any_order(
    numbers: Iterable[int], is_good: bool
) -> None:
    at = COLUMNS.index("entry_no")
    rows = [(*ROW[:at], str(one), *ROW[at + 1 :]) for one in numbers]
    texts = TextRows([list(column) for column in zip(*rows, strict=True)])

    values = read_values(table_of(texts), LEDGER, {})

    assert (values is not None) == is_good


def test_column_that_one_text_fills_is_a_column_like_any_other() -> None:
    numbers = list(map(str, range(FEW + 1)))
    rows = TextRows([["甲"] * len(numbers), numbers])

    assert isinstance(rows.columns[0], Uniform)
    assert list(rows.columns[0]) == ["甲"] * len(numbers)
    assert list(rows.columns[0][FEW - 1 :]) == ["甲", "甲"]
    assert "甲" in rows.columns[0]
    assert None not in rows.columns[0]
    assert rows[-1] == ("甲", numbers[-1])
    with pytest.raises(IndexError):
        rows.columns[0][FEW + 1]


@pytest.mark.parametrize("size", [1, FEW, FEW + 1])
def test_rows_tell_every_text_that_may_hold_a_number(size: int) -> None:
    rows = TextRows([["13800000000"] * size, ["甲"] * size, list(map(str, range(size)))])

    told = "\n".join(rows.telling())

    assert "13800000000" in told
    assert "甲" in told


@given(
    st.sampled_from(sorted(LEDGER.columns)),
    st.lists(st.one_of(CELL, st.integers(-5, 10**6).map(str)), min_size=1, max_size=5),
)
def test_column_read_at_once_holds_what_its_reader_makes_of_each_cell(
    name: str, texts: list[str]
) -> None:
    column = LEDGER.columns[name]
    read = reader_of(column)

    read_all = bulk_reader_of(column)

    found = read_all(texts) if read_all else None

    if found is not None:
        try:
            assert list(found) == [read(text) for text in texts]
        except CellError:
            pytest.fail(f"{name}: {texts} was accepted")


@pytest.mark.parametrize(
    ("texts", "is_counted"), [("1 2 3", True), ("7", True), ("1 3 3", False), ("2 1 1", False)]
)
def test_numbers_that_count_up_are_not_held_one_by_one(texts: str, is_counted: bool) -> None:
    read_all = bulk_reader_of(LEDGER.columns["entry_no"])
    assert read_all

    found = read_all(texts.split())

    assert isinstance(found, range) is is_counted
    assert found is not None
    assert list(found) == [int(text) for text in texts.split()]


LEDGERS = sorted(
    sample.name
    for sample in BROKEN.iterdir()
    if list(sample.glob("content/**/*ledger*.csv")) or list(sample.glob("content/**/*roster*.csv"))
)


@pytest.mark.parametrize("sample", LEDGERS)
def test_rules_find_the_same_in_a_long_table(sample: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected: list[Problem] = problems_of_sample(BROKEN / sample)
    monkeypatch.setattr(resource, "LONG", 0)

    assert problems_of_sample(BROKEN / sample) == expected


def test_samples_are_long_indeed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    read: list[str] = []

    def watched(path: str) -> object:
        read.append(path)
        return read_long(path)

    monkeypatch.setattr(resource, "LONG", 0)
    monkeypatch.setattr(resource, "read_long", watched)

    problems_of_sample(BROKEN / "ledger-balance")

    assert read
    assert len(LEDGERS) > 20
