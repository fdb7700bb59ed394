"""The annual disclosure report: its tables balance, agree with its prose and with last year's."""

from __future__ import annotations

import pytest

from disclosure.problem import Severity
from tests.table_rules.reports import OLD, but, report, whole
from tests.table_rules.verbs import found_in, problems_in

YEAR = 2025
CLEAN = whole(YEAR)


def codes(*edits: str, year: int = YEAR, keys: str = "") -> list[str]:
    """Return the codes found in the clean report with some cells changed, without repetition."""
    found = found_in(report(year, *but(CLEAN, *edits), keys=keys))
    return list(dict.fromkeys(one.split(":")[0] for one in found))


def sentences(*lines: str) -> list[str]:
    return [problem.message_zh for problem in problems_in(report(YEAR, *lines))]


def test_complete_report_is_clean() -> None:
    assert found_in(report(YEAR, *CLEAN)) == []


def test_two_years_that_follow_each_other_are_clean() -> None:
    assert found_in(report(2024, *whole(2024, 4)), report(2025, *whole(2025, 5))) == []


def test_report_on_the_older_form_of_its_year_is_clean() -> None:
    assert found_in(report(2020, *OLD)) == []


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (["T2 4 natural 2", "T2 4 total 2", "N2 4 total 2", "N2 1+2 total 14"],
         ["report-prose-agrees", "report-carry-balance"]),
        (["T2 3.2 natural 1", "T2 3.2 total 1", "N2 3.2 total 1"],
         ["report-results-total", "report-prose-groups"]),
        (["T2 1 total 13", "N2 1+2 total 14"],
         ["report-applicant-total", "report-carry-balance", "report-prose-balance"]),
        (["T3 review upheld 3"], ["report-litigation-total"]),
        (["T3 suit_after total -"], ["report-cell-blank"]),
        (["T3 review total -"], ["report-total-blank"]),
        (["N0 n0.2 part 16"], ["report-prose-parts"]),
        (["N1 a1.norm made 3"], ["report-prose-agrees"]),
        (["N2 3.7 total_again 11"], ["report-prose-agrees"]),
        (["N2 3.1 share_percent 41.6"], []),
        (["N2 3.1 share_percent 41.8"], ["report-prose-share"]),
        (["N2 3.4 share_percent 33.34"], ["report-prose-share"]),
        (["META form_cited value 2019"], ["report-form-year"]),
        (["META period value - 2025年1月1日至2025年12月31日"], []),
        (["META period value - 自2025年01月01日起至12月31日止"], []),
        (["META period value - 2025年1月1日至11月30日"], ["report-stated-period"]),
        (["META published value - 2026-02-01"], ["report-publication-date"]),
        (["T1 a1.reg in_force 1"], ["report-regulation-level"]),
        (["T1 a1.norm made 2 2（其中修订1件）"], []),
        (["T1 a8.fee amount_wan 0.5125 5125元"], ["report-unit-in-value"]),
    ],
)  # fmt: skip
def test_edit_is_found(edits: list[str], expected: list[str]) -> None:
    assert sorted(codes(*edits)) == sorted(expected)


def test_balance_is_held_for_every_column_by_itself() -> None:
    swapped = ("T2 3.7 natural 10", "T2 3.7 business 1")

    found = found_in(report(YEAR, *but(CLEAN, *swapped)))

    assert [one.split(":")[0] for one in found] == [
        "report-carry-balance", "report-results-total",
        "report-carry-balance", "report-results-total",
    ]  # fmt: skip


def test_absent_rows_are_not_seen_and_nothing_is_said_of_them() -> None:
    assert found_in(report(YEAR, "T2 3.7 total 12", "T2 1 total 9", "T2 3.1 total 5")) == []


def test_blank_parts_are_unknown_and_not_zero() -> None:
    parts = ("T2 1 business -", "T2 1 research -", "T2 1 welfare -", "T2 1 legal -", "T2 1 other -")

    (found,) = sentences("T2 1 natural 12", *parts, "T2 1 total 14")

    assert found == (
        "南镇人民政府2025年年度报告“一、本年新收政府信息公开申请数量”有 5 格没有数字："
        "商业企业、科研机构、社会公益组织、法律服务机构、其他"
    )


def test_parts_that_exceed_their_total_are_wrong_whatever_the_blank_ones_are() -> None:
    parts = ("T2 1 business -", "T2 1 research 0", "T2 1 welfare 0", "T2 1 legal 0", "T2 1 other 0")

    found = sentences("T2 1 natural 12", *parts, "T2 1 total 11")

    assert found[0] == (
        "南镇人民政府2025年年度报告表二“一、本年新收政府信息公开申请数量”："
        "总计是 11，自然人与五类法人之和至少是 12（有空白）"
    )


def test_blank_cell_shows_what_stands_in_it() -> None:
    (found,) = sentences("T1 a6.pun decisions - 未登记")

    assert found.endswith("有 1 格没有数字：本年处理决定数量（未登记）")


def test_balance_of_the_prose_takes_groups_where_no_total_is_stated() -> None:
    groups = [f"N2 3.{number} total 1" for number in range(1, 7)]

    assert found_in(report(YEAR, "N2 1 total 5", "N2 2 total 1", *groups, "N2 4 total 0")) == []
    assert found_in(report(YEAR, "N2 1 total 5", "N2 2 total 2", *groups, "N2 4 total 0")) == [
        "report-prose-balance:10:value"
    ]


def test_groups_of_the_prose_add_up() -> None:
    lines = ["N2 3.1+3.2 total 3", *(f"N2 3.{number} total 1" for number in range(3, 7))]

    assert found_in(report(YEAR, *lines, "N2 3.7 total 7")) == []
    assert found_in(report(YEAR, *lines, "N2 3.7 total 8")) == ["report-prose-groups:7:value"]


def test_prose_about_suits_is_a_question_only() -> None:
    (problem,) = problems_in(report(YEAR, *but(CLEAN, "N3 review total 4")))

    assert (problem.code, problem.severity) == ("report-prose-agrees", Severity.WARNING)


def test_years_are_held_against_each_other() -> None:
    last = report(2024, *but(whole(2024, 6), "T2 4 natural 2", "T2 4 total 2", "T2 1 natural 10",
                             "T2 1 total 13", "N2 1+2 total 14", "N2 4 total 2"))  # fmt: skip

    found = found_in(last, report(2025, *whole(2025, 5)))

    assert [one.split(":")[0] for one in found] == [
        "report-documents-chain", "report-carry-over-chain", "report-carry-over-chain",
    ]  # fmt: skip


def test_older_form_is_not_for_later_years() -> None:
    found = found_in(report(2021, *OLD))

    assert [one.split(":")[0] for one in found] == ["report-form-year"]


def test_decisions_that_are_the_sum_of_items_are_doubted() -> None:
    found = found_in(report(2020, *but(OLD, "T1-2019 a5.lic decisions 13")))

    assert found == ["report-decisions-sum:6:value"]


def test_period_of_the_package_is_the_year_of_the_report() -> None:
    assert codes(keys="period: 2024\n") == ["report-stated-period"]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("", 0),
        ("（二）部分公开", 0),
        ("部分公开(区分处理的,只计这一情形,不计其他情形)", 0),
        ("部分同意公开", 1),
    ],
)
def test_label_may_differ_in_number_and_remark_only(label: str, expected: int) -> None:
    given = report(YEAR, "T2 3.2 total 1", "T2 3.2 other 0")
    quoted = f'"{label}"' if "," in label else label

    found = found_in(given.of(text=given.text.replace("3.2,,", f"3.2,{quoted},")))

    assert [one.split(":")[0] for one in found] == ["report-label-reworded"] * expected


@pytest.mark.parametrize(
    "line",
    ["T2 3.3.9 total 1", "T2 3.3 total 1", "T1 a5.lic made 1", "T2 3.6 total 1", "N2 5 total 1",
     "N3 review upheld 1", "META note value 1", "N0 x total 1"],
)  # fmt: skip
def test_cell_no_form_has_is_refused(line: str) -> None:
    assert found_in(report(YEAR, line)) == ["report-row-known:2:row_code"]
