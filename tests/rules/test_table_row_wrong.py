from __future__ import annotations

from tests.rules.packages import SUMMARY, SUMMARY_CSV, found_in, package
from tests.rules.verbs import check_files


def test_rows_that_follow_the_schema_are_clean() -> None:
    assert found_in(package(SUMMARY, SUMMARY_CSV)) == []


def test_cell_is_found_on_its_row() -> None:
    table = SUMMARY_CSV.replace("ALL,1000.00", "ALL,一千")

    (problem,) = check_files(package(SUMMARY, table))

    assert (problem.code, problem.row, problem.field) == ("table-row-wrong", 3, "opening")
    assert problem.message_zh == "填写有误：期初余额“一千”应填数字"


def test_formula_is_found() -> None:
    table = SUMMARY_CSV.replace("村报账员,村务", "=A1,村务", 1)

    assert found_in(package(SUMMARY, table)) == ["cell-formula:2:prepared_by"]


def test_repeated_key_is_found() -> None:
    table = SUMMARY_CSV.replace("ALL", "基本户")

    found = found_in(package(SUMMARY, table))

    assert found == ["key-unique:3:division_code+account_id+period"]


def test_missing_column_is_told_once() -> None:
    table = SUMMARY_CSV.replace("prepared_by", "prepared").replace("1000.00", "x", 1)

    found = found_in(package(SUMMARY, table))

    assert sorted(found) == [
        "table-column-missing:1:prepared_by",
        "table-column-unknown:1:prepared",
        "table-row-wrong:2:opening",
    ]


def test_table_a_package_describes_itself_is_read_by_its_schema() -> None:
    schema = "schema: {fields: [{name: a, type: string}, {name: b, title: 数, type: integer}]}"
    descriptor = SUMMARY.replace("schema: table:village_summary", schema)

    found = found_in(package(descriptor, "a,b\n甲,1\n乙,x\n"))

    assert "table-row-wrong:3:b" in found
