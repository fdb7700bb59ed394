from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from disclosure.dataset.values import FIRST_ROW, read_values
from tests.dataset.ledgers import (
    COLUMNS,
    ROW,
    ledger,
    schema_of,
    standard_tables,
    table_of,
    values_of,
)


def test_cells_become_values_of_their_columns() -> None:
    values = values_of(ledger({}))

    assert values is not None
    (row,) = values.rows
    assert row.number == FIRST_ROW
    assert row.cells["entry_no"] == 1
    assert row.cells["amount"] == Decimal("1866.40")
    assert row.cells["entry_date"] == date(2026, 9, 5)
    assert row.cells["direction"] == "支出"
    assert row.cells["reversal_of"] is None


def test_leading_zeros_of_a_code_are_kept() -> None:
    values = values_of(ledger({"voucher_no": "0012"}))

    assert values is not None
    assert values.rows[0].cells["voucher_no"] == "0012"


def test_yes_and_no_are_truths() -> None:
    schema = standard_tables()["stat_series"].columns["additive"]

    assert schema.limits.true_values == ("true", "是")
    table = table_of(("a",), ("是",), ("false",))
    values = read_values(table, schema_of(TRUTH), {})
    assert values is not None
    assert [row.cells["a"] for row in values.rows] == [True, False]


TRUTH = """\
fields:
  - {name: a, type: boolean, trueValues: ['true', 是], falseValues: ['false', 否]}
"""


def test_optional_column_may_be_left_out_and_the_order_is_free() -> None:
    columns = tuple(reversed([name for name in COLUMNS if name != "reversal_of"]))

    values = values_of(ledger({}, columns=columns))

    assert values is not None
    assert values.rows[0].cells.get("reversal_of") is None
    assert values.rows[0].cells["amount"] == Decimal("1866.40")


def test_table_without_a_required_column_has_no_values() -> None:
    columns = tuple(name for name in COLUMNS if name != "handler")

    assert values_of(ledger({}, columns=columns)) is None


def test_table_with_an_unknown_column_has_no_values() -> None:
    table = table_of((*COLUMNS, "note"), (*ROW, "x"))

    assert values_of(table) is None


def test_column_of_the_category_is_read_by_its_type() -> None:
    table = table_of((*COLUMNS, "note"), (*ROW, "12"))

    values = read_values(table, standard_tables()["village_ledger"], {"note": "integer"})

    assert values is not None
    assert values.rows[0].cells["note"] == 12


def test_table_without_rows_has_values() -> None:
    values = values_of(ledger())

    assert values is not None
    assert tuple(values.rows) == ()


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("division_code", "9901"),
        ("entry_no", "1.0"),
        ("entry_no", "0"),
        ("entry_no", ""),
        ("entry_date", "2026-02-29"),
        ("entry_date", "2026/09/05"),
        ("direction", "收"),
        ("summary", "电费"),
        ("amount", "一百"),
        ("amount", "1,866.40"),
        ("handler", ""),
    ],
)
def test_cell_that_is_no_value_of_its_column_leaves_the_table_without_values(
    column: str, text: str
) -> None:
    assert values_of(ledger({column: text})) is None


def test_repeated_key_leaves_the_table_without_values() -> None:
    assert values_of(ledger({"entry_no": "2"}, {})) is None


def test_keys_are_compared_as_values() -> None:
    assert values_of(ledger({"entry_no": "02"}, {})) is None


def test_blank_row_leaves_a_table_without_keys_without_values() -> None:
    schema = schema_of("fields:\n  - {name: a, type: string}\n  - {name: b, type: string}\n")

    assert read_values(table_of(("a", "b"), ("x", ""), ("", "")), schema, {}) is None
    assert read_values(table_of(("a", "b"), ("x", "")), schema, {}) is not None
