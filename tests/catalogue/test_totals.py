"""Which columns add up is data: only numbers do, and they are kept apart by columns there are."""

from __future__ import annotations

from disclosure.catalogue import Column
from tests.rules.verbs import small_facts

TABLES = small_facts().catalogue.tables
COLUMNS = [
    (table, column)
    for table in TABLES.values()
    for column in table.columns.values()
    if column.has_total
]


def column_of(table: str, name: str) -> Column:
    return TABLES[table].columns[name]


def test_only_numbers_add_up() -> None:
    assert len(COLUMNS) > 30
    assert {column.type for _, column in COLUMNS} == {"number", "integer"}


def test_rows_are_kept_apart_by_columns_of_the_table() -> None:
    unknown = [
        (table.name, column.name)
        for table, column in COLUMNS
        if not set(column.total_by) <= set(table.columns)
    ]

    assert unknown == []


def test_a_column_that_tells_rows_apart_adds_up_with_those_that_have_a_total() -> None:
    assert [
        column.name
        for table in TABLES.values()
        for column in table.columns.values()
        if column.total_by and not column.has_total
    ] == []


def test_income_is_not_added_to_expense_nor_a_balance_to_anything() -> None:
    assert column_of("village_ledger", "amount").total_by == ("direction",)
    assert not column_of("village_ledger", "balance").has_total
    assert not any(column.has_total for column in TABLES["village_summary"].columns.values())
    assert "period" in column_of("contract_register", "arrears_closing").total_by
