"""A small ledger as a value, with some of its cells changed, for the tests of cells and keys."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from disclosure.catalogue.table import Table, load_tables, table_from_given
from disclosure.dataset import DataTable
from disclosure.dataset.explain import explain
from disclosure.dataset.values import ValueTable, read_values
from disclosure.marked import read_marked
from disclosure.problem import Problem

ROOT = Path(__file__).parents[2]
COLUMNS = (
    "division_code",
    "period",
    "account_id",
    "entry_no",
    "entry_date",
    "voucher_no",
    "direction",
    "subject",
    "summary",
    "amount",
    "reversal_of",
    "fund_source",
    "handler",
    "approver",
    "balance",
    "review_opinion",
    "reviewed_on",
)
ROW = (
    "990101100201",
    "2026-09",
    "基本户",
    "1",
    "2026-09-05",
    "记-001",
    "支出",
    "公益支出",
    "村道路灯电费（2块电表）",
    "1866.40",
    "",
    "运转经费",
    "丁大川",
    "丙小河",
    "94347.95",
    "同意",
    "2026-10-08",
)


@lru_cache(maxsize=1)
def standard_tables() -> dict[str, Table]:
    """Return the product's standard tables."""
    return load_tables(ROOT)


def table_of(columns: tuple[str, ...], *rows: tuple[str, ...], name: str = "") -> DataTable:
    """Return a table as it is read from a file."""
    return DataTable("t", "data/t/t.csv", 1, name, columns, rows)


def ledger(*changes: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> DataTable:
    """Return a ledger with one row for each of the changes, numbered from 1."""
    rows = []
    for number, change in enumerate(changes, 1):
        cells = dict(zip(COLUMNS, ROW, strict=True)) | {"entry_no": str(number)} | change
        rows.append(tuple(cells.get(column, "") for column in columns))
    return table_of(columns, *rows, name="village_ledger")


def values_of(table: DataTable) -> ValueTable | None:
    """Return the values of a ledger."""
    return read_values(table, standard_tables()["village_ledger"], {})


def problems_of(table: DataTable) -> list[Problem]:
    """Return what is wrong with a ledger."""
    return list(explain(table, standard_tables()["village_ledger"], {}))


def said(*changes: dict[str, str]) -> list[str]:
    """Return what is said of the cells of a ledger, written `row:sentence`."""
    return [f"{one.row}:{sentence_of(one)}" for one in problems_of(ledger(*changes))]


def sentence_of(problem: Problem) -> str:
    """Return what a problem says of its row."""
    assert problem.message_zh.startswith("填写有误：")
    return problem.message_zh.removeprefix("填写有误：")


def schema_of(text: str) -> Table:
    """Return the table a schema in YAML describes."""
    given, problems = read_marked(text, "schema.yaml")
    assert given is not None, problems
    return table_from_given(given, "schema.yaml", "t")
