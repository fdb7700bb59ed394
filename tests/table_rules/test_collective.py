"""Assets, contracts, debts and land compensation of a collective agree with each other."""

from __future__ import annotations

import pytest

from tests.table_rules.ballots import ASSEMBLY, DELEGATES
from tests.table_rules.collective import ASSETS, COMPENSATION, CONTRACTS, DEBTS, LAND, SHARES
from tests.table_rules.verbs import Given, found_in, problems_in
from tests.table_rules.village import SUMMARY

NEXT_YEAR = ("2025-12-31", "2026-06-30")


def later(given: Given, *edits: tuple[str, str]) -> Given:
    """Return the register of half a year later, with some edits."""
    text = given.text.replace(*NEXT_YEAR)
    return given.of(text=text, keys="period: 2026\n", date="2026-07-20").but(*edits)


def test_clean_together() -> None:
    assert found_in(ASSETS, LAND, CONTRACTS, DEBTS, SUMMARY) == []
    assert found_in(COMPENSATION, SHARES, ASSEMBLY) == []
    assert found_in(ASSETS, later(ASSETS)) == []


SENTENCES: dict[str, tuple[Given, tuple[str, str], list[str]]] = {
    "a net value one cent off": (
        ASSETS, ("250.00,750.00", "250.00,750.01"), ["asset-net-value:2:net_value"],
    ),
    "more depreciation than value": (
        ASSETS, ("300.00,300.00,0.00", "300.00,301.00,0.00"),
        ["asset-net-value:3:acc_depreciation"],
    ),
    "land without an area": (
        LAND, ("30.00,亩", ",亩"), ["asset-measure-by-class:2:area"],
    ),
    "a machine without a value": (
        ASSETS, ("300.00,300.00,0.00", ",,"), ["asset-measure-by-class:3:original_value"],
    ),
    "something let without a contract": (
        ASSETS, ("出租,H-1", "出租,"), ["asset-contract-current:2:contract_no"],
    ),
    "a contract signed after it began": (
        CONTRACTS, ("2024-12-20", "2025-01-05"), ["contract-date-order:2:signed_on"],
    ),
    "a contract that ends before it begins": (
        CONTRACTS, ("2024-01-01,2028-12-31,3000.00", "2027-01-01,2026-12-31,3000.00"),
        ["contract-date-order:3:end_on"],
    ),
    "arrears one cent off": (
        CONTRACTS, ("10.00,35.00", "10.00,35.01"), ["contract-arrears:2:arrears_closing"],
    ),
    "a lease of twenty years and a day": (
        CONTRACTS, ("2034-12-31", "2045-01-01"), ["contract-lease-term:2:end_on"],
    ),
    "a contract running after its end": (
        CONTRACTS, ("已到期", "履行中"), ["contract-status:4:status"],
    ),
    "a lease nobody decided on": (
        CONTRACTS, ("履行中,B-7,\n990101100201,2026-Q3,H-2", "履行中,,\n990101100201,2026-Q3,H-2"),
        ["contract-decision:2:decision_ref"],
    ),
    "a debt one cent off": (
        DEBTS, ("0.00,550.00,0.00,550.00", "0.00,550.00,0.00,549.99"),
        ["debt-closing-balance:5:closing"],
    ),
    "a claim that opens elsewhere than it closed": (
        DEBTS, ("60.00,5.00,0.00,65.00", "61.00,5.00,0.00,66.00"),
        ["debt-closing-balance:4:opening"],
    ),
    "a claim that is lost before it is settled": (
        DEBTS, ("2026-Q3,Z-1", "2026-Q3,Z-4"), ["debt-closing-balance:2:closing"],
    ),
    "a claim due on the day it came about": (
        DEBTS, ("2026-07-05,2027-07-05", "2026-07-05,2026-07-05"),
        ["debt-due-after-incurred:5:due_on"],
    ),
    "more received than payable": (
        COMPENSATION, ("50.00,50.00,2026-09-20,0.00,50.00", "40.00,50.00,2026-09-20,0.00,50.00"),
        ["land-undistributed:4:received"],
    ),
    "land money left over wrongly": (
        COMPENSATION, ("300.00,0.00,500.00", "300.00,0.00,400.00"),
        ["land-undistributed:2:undistributed"],
    ),
    "crops kept by the collective": (
        COMPENSATION, ("2026-09-20,0.00,50.00,0.00,0.00,1", "2026-09-20,50.00,0.00,0.00,0.00,0"),
        ["land-item-owner:4:collective_retained"],
    ),
    "land money without a vote": (
        COMPENSATION, ("P-1,B-1", "P-1,"), ["land-compensation-ballot:2:ballot_id"],
    ),
    "resettlement money without a vote": (
        COMPENSATION,
        ("400.00,0.00,,0.00,0.00,0.00,0.00,0", "400.00,9.00,2026-09-20,0.00,9.00,0.00,0.00,1"),
        ["land-ballot-named:3:ballot_id"],
    ),
    "money received on no day": (
        COMPENSATION, ("80.00,80.00,2026-09-20", "80.00,80.00,"),
        ["land-received-date:5:received_on"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "edit", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_found(given: Given, edit: tuple[str, str], expected: list[str]) -> None:
    assert found_in(given.but(edit)) == expected


def test_a_contract_that_does_not_cover_the_day_is_found_where_contracts_are_published() -> None:
    ended = CONTRACTS.but(("2025-01-01,2034-12-31", "2026-01-01,2034-12-31"))

    assert found_in(ASSETS, ended) == ["asset-contract-current:2:contract_no"]
    assert found_in(ASSETS.but(("出租,H-1", "出租,H-9")), CONTRACTS) == [
        "asset-contract-current:2:contract_no"
    ]


def test_a_renewal_may_be_signed_after_its_start() -> None:
    renewed = CONTRACTS.but(
        ("2024-12-20", "2025-01-05"),
        ("履行中,B-7,\n990101100201,2026-Q3,H-2", "履行中,B-7,H-0\n990101100201,2026-Q3,H-2"),
    )

    assert found_in(renewed) == []


def test_a_lease_of_twenty_years_to_the_day_is_clean() -> None:
    assert found_in(CONTRACTS.but(("2034-12-31", "2044-12-31"))) == []


def test_an_asset_that_disappears_is_found_in_the_register_that_had_it() -> None:
    text = "".join(later(ASSETS).text.splitlines(keepends=True)[:-1])

    assert found_in(ASSETS, later(ASSETS).of(text=text)) == ["asset-disappeared:3:asset_no"]


def test_an_asset_called_disposed_of_may_leave_the_next_register() -> None:
    disposed = ASSETS.but(("0.00,自用", "0.00,已处置"))
    text = "".join(later(ASSETS).text.splitlines(keepends=True)[:-1])

    assert found_in(disposed, later(ASSETS).of(text=text)) == []


@pytest.mark.parametrize("same", ["22.5000,亩", "15000.0000,平方米", "22.4950,亩"])
def test_an_area_in_another_unit_is_the_same_area(same: str) -> None:
    assert found_in(LAND, later(LAND, ("1.5000,公顷", same))) == []


def test_an_area_that_changes_with_its_unit_is_found() -> None:
    wrong = later(LAND, ("1.5000,公顷", "15.0000,亩"))

    (problem,) = problems_in(LAND, wrong)

    assert (problem.code, problem.row) == ("asset-area-conversion", 3)
    assert "合 15.0000 亩" in problem.message_zh
    assert "合 22.5000 亩" in problem.message_zh


def test_debts_beyond_the_liabilities_of_the_balance_sheet_are_found() -> None:
    deeper = DEBTS.but(("0.00,550.00,0.00,550.00", "0.00,551.00,0.00,551.00"))

    assert found_in(deeper, SUMMARY) == ["debt-within-liabilities:5:closing"]


def test_a_distribution_that_its_roster_does_not_give_is_found() -> None:
    dropped = SHARES.of(text="".join(SHARES.text.splitlines(keepends=True)[:-1]))

    assert found_in(COMPENSATION, dropped) == [
        "land-distribution-agrees:2:distributed",
        "land-distribution-agrees:2:households",
    ]


def test_delegates_do_not_share_out_land_money() -> None:
    by_delegates = DELEGATES.of(text=DELEGATES.text.replace("B-8", "B-1"))

    assert found_in(COMPENSATION, by_delegates) == ["land-compensation-ballot:2:ballot_id"]


def test_an_assembly_that_did_not_carry_it_shares_out_nothing() -> None:
    lost = ASSEMBLY.but((",200,是", ",200,否"))

    assert "land-compensation-ballot:2:ballot_id" in found_in(COMPENSATION, lost)
