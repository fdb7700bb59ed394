from __future__ import annotations

from tests.rules.packages import SUMMARY, SUMMARY_CSV, found_in, package

HEAD = SUMMARY_CSV.splitlines()[0] + "\n"


def test_table_with_rows_is_clean() -> None:
    files = package(SUMMARY, SUMMARY_CSV)

    found = found_in(files)

    assert found == []


def test_empty_table_without_a_nil_report_is_found() -> None:
    files = package(SUMMARY, HEAD)

    found = found_in(files)

    assert found == ["rows-without-nil:9:resources"]
