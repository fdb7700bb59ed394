from __future__ import annotations

from tests.rules.packages import SUMMARY, SUMMARY_CSV, found_in, package
from tests.rules.verbs import check_files


def test_standard_table_is_clean() -> None:
    files = package(SUMMARY, SUMMARY_CSV)

    found = found_in(files)

    assert found == []


def test_unknown_table_is_found_with_the_nearest() -> None:
    text = SUMMARY.replace("village_summary", "vilage_sumary")

    (problem,) = check_files(package(text, SUMMARY_CSV))

    assert (problem.code, problem.line, problem.value) == ("table-unknown", 9, "vilage_sumary")
    assert problem.hint_zh == "请写 schema: table:village_summary\uff08财务收支汇总表\uff09"
