from __future__ import annotations

from tests.rules.packages import ROSTER, ROSTER_CSV, SUMMARY, SUMMARY_CSV, found_in, package
from tests.rules.verbs import check_files


def test_extra_column_of_the_category_is_clean() -> None:
    files = package(ROSTER, ROSTER_CSV)

    found = found_in(files)

    assert found == []


def test_column_nobody_declares_is_found() -> None:
    table = SUMMARY_CSV.replace("equity_total", "equity")

    found = found_in(package(SUMMARY, table))

    assert found == ["table-column-unknown:1:equity"]


def test_nearest_column_is_suggested() -> None:
    table = SUMMARY_CSV.replace("equity_total", "equity_totl")

    (problem,) = check_files(package(SUMMARY, table))

    assert problem.hint_zh == "表头请写 equity_total\uff08所有者权益\uff09"


def test_chinese_title_leads_to_the_column() -> None:
    table = SUMMARY_CSV.replace("equity_total", "所有者权益")

    (problem,) = check_files(package(SUMMARY, table))

    assert "equity_total" in problem.hint_zh


def test_extra_column_of_another_category_is_not_free() -> None:
    table = SUMMARY_CSV.replace("reviewed_on\n", "reviewed_on,post\n").replace(
        "2026-10-09\n", "2026-10-09,主任\n"
    )

    found = found_in(package(SUMMARY, table))

    assert found == ["table-column-unknown:1:post"]
