from __future__ import annotations

from tests.rules.packages import SUMMARY, SUMMARY_CSV, found_in, package

NIL = SUMMARY.replace("resources:", "nil: true\nnil_reason: 本季度没有收支\nresources:")
HEAD = SUMMARY_CSV.splitlines()[0] + "\n"


def test_nil_report_with_its_reason_is_clean() -> None:
    files = package(NIL, HEAD)

    found = found_in(files)

    assert found == []


def test_nil_report_without_a_reason_is_found() -> None:
    text = NIL.replace("nil_reason: 本季度没有收支\n", "")

    found = found_in(package(text, HEAD))

    assert found == ["nil-reason-missing:8:nil_reason"]


def test_blank_reason_is_none() -> None:
    text = NIL.replace("nil_reason: 本季度没有收支\n", "nil_reason:\n")

    found = found_in(package(text, HEAD))

    assert found == ["nil-reason-missing:8:nil_reason"]
