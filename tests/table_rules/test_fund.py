"""The special fund of a village: one chain a budget year, projects decided before they are paid."""

from __future__ import annotations

import pytest

from tests.table_rules.ballots import REPRESENTATIVES
from tests.table_rules.collective import FUND, FUND_BEFORE, FUND_LATER, GRANTED, PROJECTS
from tests.table_rules.verbs import Given, found_in

FIRST_PROJECT = "450.00,420.00,2026-06-10,丁大川,,,已验收"


def test_clean_together() -> None:
    assert found_in(FUND, FUND_LATER, FUND_BEFORE, PROJECTS, REPRESENTATIVES) == []
    assert found_in(FUND, above=[GRANTED]) == []


SENTENCES: dict[str, tuple[Given, tuple[str, str], list[str]]] = {
    "a balance one cent off, and the one after it": (
        FUND, (",620.00\n", ",620.01\n"),
        ["fund-ledger-balance:4:balance", "fund-ledger-balance:5:balance"],
    ),
    "a number left out": (
        FUND, ("2026-Q1,4,2026-03-21", "2026-Q1,5,2026-03-21"),
        ["fund-entries-gapless:5:entry_no"],
    ),
    "carried over too late": (
        FUND, ("2026-Q1,4,2026-03-21,利息收入", "2026-Q1,4,2026-03-21,上年结转"),
        ["fund-carry-over:5:amount"],
    ),
    "a payment without a payee": (
        FUND, ("专-3,东区丁工程队", "专-3,"), ["fund-expense-complete:4:payee"],
    ),
    "a payment for no project": (
        FUND, ("项目支出,X-1", "项目支出,"), ["fund-expense-complete:4:project_no"],
    ),
    "a grant without its document": (
        FUND, ("试财〔2026〕5号", ""), ["fund-grant-document:3:approval_doc"],
    ),
    "an overrun without a second vote": (
        PROJECTS, ("450.00,420.00", "450.00,550.01"), ["fund-overrun-ballot:2:settled_amount"],
    ),
    "a project the fund must not pay for": (
        PROJECTS, ("路灯20盏,公共照明", "路灯20盏,接待"), ["fund-negative-list:3:project_class"],
    ),
    "a rank given twice": (
        PROJECTS, ("B-2,2,300.00", "B-2,1,300.00"), ["fund-project-ballot:3:rank"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "edit", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_found(given: Given, edit: tuple[str, str], expected: list[str]) -> None:
    assert found_in(given.but(edit)) == expected


def test_an_overrun_of_exactly_a_tenth_needs_no_second_vote() -> None:
    assert found_in(PROJECTS.but(("450.00,420.00", "450.00,550.00"))) == []


def test_the_chain_goes_on_in_the_next_publication() -> None:
    wrong = FUND_LATER.but(("520.00", "521.00"))

    assert found_in(wrong, FUND) == ["fund-ledger-balance:2:balance"]


def test_what_is_carried_over_is_last_years_balance() -> None:
    other = FUND_BEFORE.but((",20.00,专-9", ",21.00,专-9"), (",20.00\n", ",21.00\n"))

    assert found_in(FUND, other) == ["fund-carry-over:2:amount"]


def test_a_balance_not_carried_over_is_found_at_the_first_entry() -> None:
    fresh = FUND_LATER.but(
        ("2026-Q2,5,", "2026-Q1,1,"),
        ("项目支出,X-2,100.55,专-5,东区丁工程队,,520.00", "利息收入,,5.00,专-5,,,5.00"),
    )

    assert found_in(fresh, FUND_BEFORE) == ["fund-carry-over:2:amount"]


def test_a_grant_other_than_the_county_published_is_found() -> None:
    less = GRANTED.of(text=GRANTED.text.replace("1000.00", "990.00"))

    assert found_in(FUND, above=[less]) == ["fund-grant-agrees:3:amount"]


def test_a_grant_made_after_the_ledgers_period_is_not_yet_expected_in_it() -> None:
    more = GRANTED.of(
        text=GRANTED.text
        + "990101100201,2026,2026-Q2,2,2026-04-08,上级拨付,,50.00,拨-3,,试财〔2026〕9号,1050.00\n"
    )

    assert found_in(FUND, above=[more]) == []


def test_more_paid_than_contracted_is_found_at_the_payment_that_exceeds() -> None:
    cheaper = PROJECTS.but(("290.00,,", "90.00,,"))

    assert found_in(FUND, FUND_LATER, cheaper) == ["fund-project-payments:2/2:amount"]


def test_an_accepted_project_is_paid_up_to_its_settlement() -> None:
    settled = PROJECTS.but((FIRST_PROJECT, FIRST_PROJECT.replace("420.00", "399.99")))

    assert found_in(FUND, settled) == ["fund-project-payments:4:amount"]


def test_a_payment_for_an_unknown_or_undecided_project_is_found() -> None:
    unknown = FUND.but(("项目支出,X-1", "项目支出,X-9"))
    late = PROJECTS.of(text=PROJECTS.text.replace("2026-02-20", "2026-03-20"))

    assert found_in(unknown, PROJECTS) == ["fund-project-payments:4:project_no"]
    assert found_in(FUND, late) == ["fund-project-payments:4:entry_date"]


def test_a_project_whose_ballot_failed_is_found() -> None:
    lost = REPRESENTATIVES.but((",11,是", ",11,否"))

    assert "fund-project-ballot:2:ballot_id" in found_in(PROJECTS, lost)
