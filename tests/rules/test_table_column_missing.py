from __future__ import annotations

from tests.rules.packages import ITEMS, ITEMS_CSV, SUMMARY, SUMMARY_CSV, found_in, package


def test_optional_columns_may_be_left_out() -> None:
    files = package(ITEMS, without(ITEMS_CSV, "online_url"))

    found = found_in(files)

    assert found == []


def test_required_column_is_missed_in_the_header_row() -> None:
    files = package(SUMMARY, without(SUMMARY_CSV, "prepared_by"))

    found = found_in(files)

    assert found == ["table-column-missing:1:prepared_by"]


def test_required_column_of_an_element_is_told_once() -> None:
    files = package(SUMMARY, without(SUMMARY_CSV, "closing"))

    found = found_in(files)

    assert found == ["table-column-missing:1:closing"]


def test_order_of_the_columns_is_free() -> None:
    rows = [",".join(reversed(line.split(","))) for line in SUMMARY_CSV.splitlines()]

    found = found_in(package(SUMMARY, "\n".join(rows) + "\n"))

    assert found == []


def without(table: str, column: str) -> str:
    """Return the table without one column."""
    rows = [line.split(",") for line in table.splitlines()]
    index = rows[0].index(column)
    return "".join(",".join(row[:index] + row[index + 1 :]) + "\n" for row in rows)
