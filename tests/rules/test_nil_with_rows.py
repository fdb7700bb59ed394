from __future__ import annotations

from tests.rules.packages import SUMMARY, SUMMARY_CSV, found_in, package

NIL = SUMMARY.replace("resources:", "nil: true\nnil_reason: 本季度没有收支\nresources:")
HEAD = SUMMARY_CSV.splitlines()[0] + "\n"


def test_nil_report_with_a_header_only_is_clean() -> None:
    files = package(NIL, HEAD)

    found = found_in(files)

    assert found == []


def test_nil_report_with_rows_is_found() -> None:
    files = package(NIL, SUMMARY_CSV)

    found = found_in(files)

    assert found == ["nil-with-rows:8:nil"]
