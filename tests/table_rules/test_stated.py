"""Rules that hold a table against what its package, or the county, states of it."""

from __future__ import annotations

import pytest

from tests.table_rules.collective import FUND, FUND_COLUMNS, FUND_LATER, GRANTED, PROJECTS, SHARES
from tests.table_rules.public import AID, AIR, CASES, CONFIRMED, OFFICIALS
from tests.table_rules.verbs import Given, found_in, problems_in
from tests.table_rules.village import ledger

INDICES = "iaqi_pm25,iaqi_pm10,iaqi_so2,iaqi_no2,iaqi_co,iaqi_o3_8h"
AUGUST = "基本户 1 28 记-8-1 支出 征地补偿款发放2户 300.00 - 700.00"


def stating(given: Given, controls: str) -> Given:
    """Return the same table, its package stating some controls."""
    return given.of(keys=f"{given.keys}controls: {{{controls}}}\n")


def codes(*tables: Given, above: tuple[Given, ...] = ()) -> list[str]:
    """Return what is found by the rules of this file."""
    mine = ("fund-budget", "fund-loan", "fund-project-class", "roster-ledger", "air-index",
            "assistance-amount", "ledger-subject", "case-post")  # fmt: skip
    return [one for one in found_in(*tables, above=above) if one.startswith(mine)]


# --- the fund -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("planned", "expected"),
    [
        ("planned_repayment: 0", []),
        ("planned_repayment: 220.00", []),
        ("planned_repayment: 220.01", ["fund-budget-covered:2/3:budget_amount"]),
        ("planned_repayment: 600.00", ["fund-budget-covered:2/2:budget_amount"]),
        ("rows: 2", []),
    ],
)
def test_budgets_are_covered_by_what_came_in(planned: str, expected: list[str]) -> None:
    assert codes(FUND, stating(PROJECTS, planned)) == expected


def test_cancelled_projects_cost_nothing() -> None:
    cancelled = PROJECTS.but(("实施中", "已取消"))

    assert codes(FUND, stating(cancelled, "planned_repayment: 500.00")) == []


def test_budgets_are_not_asked_without_a_ledger() -> None:
    assert codes(stating(PROJECTS, "planned_repayment: 9999.00")) == []


LOANS = Given(
    "fund_ledger",
    FUND_COLUMNS
    + """\
990101100201,2026,2026-Q1,1,2026-03-10,融资借入,,500.00,专-1,,,500.00
990101100201,2026,2026-Q1,2,2026-03-11,归还本金,,200.00,专-2,,,300.00
990101100201,2026,2026-Q1,3,2026-03-12,融资借入,,100.00,专-3,,,400.00
""",
    "E0305",
    "period: 2026-Q1\n",
)


@pytest.mark.parametrize(
    ("cap", "expected"),
    [
        ("500.00", []),
        ("499.99", ["fund-loan-cap:2:amount"]),
        ("300.00", ["fund-loan-cap:2:amount", "fund-loan-cap:4:amount"]),
    ],
)
def test_debt_stays_below_the_stated_cap(cap: str, expected: list[str]) -> None:
    assert codes(stating(LOANS, f"loan_cap: {cap}")) == expected


def test_cap_of_the_county_binds_and_without_one_nothing_is_said() -> None:
    county = stating(GRANTED, "loan_cap: 450.00")

    assert codes(LOANS) == []
    assert codes(LOANS, above=(county,)) == ["fund-loan-cap:2:amount"]
    assert codes(stating(LOANS, "loan_cap: 600.00"), above=(county,)) == []


def test_debt_is_carried_into_the_next_year() -> None:
    later = LOANS.of(
        text=FUND_COLUMNS + "990101100201,2027,2027-Q1,1,2027-03-10,融资借入,,50.00,专-1,,,50.00\n",
        keys="period: 2027-Q1\n",
    )

    assert codes(LOANS, stating(later, "loan_cap: 440.00")) == ["fund-loan-cap:2/2:amount"]


def test_class_of_a_project_is_on_the_list_of_the_county() -> None:
    county = stating(GRANTED, "project_classes: [基础设施, 环境卫生]")

    assert codes(PROJECTS, above=(GRANTED,)) == []
    (problem,) = [
        one for one in problems_in(PROJECTS, above=[county]) if one.code == "fund-project-class"
    ]
    assert (problem.row, problem.value) == (3, "公共照明")
    assert problem.hint_zh == "可以写：基础设施、环境卫生"


# --- rosters --------------------------------------------------------------------------------------


def shares(vouchers: str) -> Given:
    paid = SHARES.of(text=SHARES.text.replace("2026-09-28", "2026-08-28"))
    return stating(paid, f"voucher_no: {vouchers}")


def test_batch_is_what_the_ledger_says() -> None:
    assert codes(shares("[记-8-1]"), ledger("2026-08", AUGUST)) == []
    assert codes(shares("记-8-1"), ledger("2026-08", AUGUST)) == []
    assert codes(shares("[记-8-1]"), ledger("2026-08", AUGUST.replace("300.00", "299.99"))) == [
        "roster-ledger-agrees:2:amount_paid"
    ]


def test_batch_may_be_entered_by_several_vouchers() -> None:
    two = (
        "基本户 1 28 记-8-1 支出 征地补偿款发放1户 100.00 - 900.00",
        "基本户 2 28 记-8-2 支出 征地补偿款发放1户 200.00 - 700.00",
    )

    assert codes(shares("[记-8-1, 记-8-2]"), ledger("2026-08", *two)) == []
    assert codes(shares("[记-8-1]"), ledger("2026-08", *two)) != []


def test_voucher_that_is_not_in_a_published_ledger_is_found() -> None:
    (problem,) = [
        one
        for one in problems_in(shares("[记-8-9]"), ledger("2026-08", AUGUST))
        if one.code == "roster-ledger-agrees"
    ]

    assert problem.message_zh == "发放合计 300.00，凭证 记-8-9 中的 记-8-9 在收支账里没有"


def test_ledger_that_is_not_published_yet_is_not_missed() -> None:
    assert codes(shares("[记-8-9]")) == []
    assert codes(shares("[记-8-9]"), FUND, FUND_LATER) == []


@pytest.mark.parametrize(
    ("controls", "expected"),
    [
        ("monthly_standard: 300.00", []),
        ("monthly_standard: 250.00", ["assistance-amount-standard:3:monthly_amount"]),
        ("rows: 2", []),
    ],
)
def test_allowance_is_within_the_standard_for_the_members(
    controls: str, expected: list[str]
) -> None:
    assert codes(stating(AID, controls)) == expected


def test_allowance_of_nothing_is_none() -> None:
    nothing = CONFIRMED.but(("500.00", "0.00"))

    assert codes(nothing) == ["assistance-amount-standard:2:monthly_amount"]
    assert codes(nothing.but(("E0903", "E0904"))) == []


# --- air, subjects, posts -------------------------------------------------------------------------


def air(*indices: str) -> Given:
    head, first, *rest = AIR.text.splitlines()
    lines = [f"{head},{INDICES}", f"{first},{','.join(indices)}", *(f"{one},,,,,," for one in rest)]
    return AIR.of(text="\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("indices", "expected"),
    [
        (("50", "40", "5", "8", "4", "30"), []),
        (("49", "40", "5", "8", "4", "30"), []),
        (("48", "40", "5", "8", "4", "30"), ["air-index:2:aqi"]),
        (("48", "40", "5", "8", "4", "52"), ["air-index:2:aqi"]),
        (("48", "40", "5", "8", "4", ""), []),
    ],
)
def test_index_of_a_day_is_the_greatest_published(
    indices: tuple[str, ...], expected: list[str]
) -> None:
    assert codes(air(*indices)) == expected


def test_subject_goes_with_its_direction() -> None:
    wrong = ledger("2026-08", AUGUST)
    (problem,) = [
        one
        for one in problems_in(wrong.but(("管理费用", "经营收入")))
        if one.code == "ledger-subject-by-direction"
    ]

    assert codes(wrong) == []
    assert problem.message_zh == "科目“经营收入”不用于支出"
    assert problem.hint_zh.startswith("支出可以用：经营支出、税金及附加、管理费用")


def test_case_names_posts_and_no_known_person() -> None:
    person = CASES.of(text=CASES.text.replace("代办岗,2026-10-15", "丁大川,2026-10-15"))
    (problem,) = [
        one for one in problems_in(person, OFFICIALS) if one.code == "case-post-not-person"
    ]

    assert codes(CASES, OFFICIALS) == []
    assert codes(person) == []
    assert (problem.row, problem.field) == (2, "post")
    assert "丁大川" not in problem.message_zh + problem.value
