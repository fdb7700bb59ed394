"""Projects, rosters, cases, officials, duty, air and statistics: figures and days agree."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure.catalogue import Kind
from disclosure.entry import Entry
from disclosure.entry.header import read_header
from tests.rules.verbs import VILLAGE, small_facts
from tests.table_rules.public import (
    AID,
    AIR,
    CASES,
    CONFIRMED,
    DIRECTORY,
    DUTY,
    FEES,
    ITEMS,
    LETTERS,
    OFFICIALS,
    PAYMENTS,
    SERIES,
    TENDERS,
    WORKS,
)
from tests.table_rules.verbs import Given, found_in, problems_in

CLEAN = (
    AID, AIR, CASES, CONFIRMED, DIRECTORY, DUTY, FEES, ITEMS, LETTERS, OFFICIALS, PAYMENTS, SERIES,
    TENDERS, WORKS,
)  # fmt: skip


@pytest.mark.parametrize("given", CLEAN, ids=lambda given: f"{given.table}-{given.category}")
def test_clean(given: Given) -> None:
    assert found_in(given) == []


SENTENCES: dict[str, tuple[Given, tuple[str, str], list[str]]] = {
    "opened before it was announced": (
        TENDERS, ("2026-09-01,2026-09-10", "2026-09-11,2026-09-10"),
        ["tender-date-order:3:open_on"],
    ),
    "a contract on the last day of the candidates' notice": (
        TENDERS, ("2026-03-25,2026-03-28", "2026-03-25,2026-04-08"),
        ["tender-date-order:2:contract_on"],
    ),
    "candidates shown four days after the report": (
        TENDERS, ("2026-03-25,2026-03-28", "2026-03-28,2026-03-31"),
        ["tender-candidate-notice:2:candidate_from"],
    ),
    "candidates shown for two days": (
        TENDERS, ("2026-03-25,2026-03-28", "2026-03-25,2026-03-27"),
        ["tender-candidate-notice:2:candidate_to"],
    ),
    "a winner above the ceiling": (
        TENDERS, ("900.00,880.00", "900.00,850.00"), ["tender-contract-price:2:win_price"],
    ),
    "a contract that is not the bid": (
        TENDERS, ("860.00,C-1", "859.99,C-1"), ["tender-contract-price:2:contract_amount"],
    ),
    "a settlement one cent off": (
        TENDERS, ("850.00,800.00", "850.01,800.00"), ["tender-settlement:2:settled_amount"],
    ),
    "more paid than settled": (
        TENDERS, ("850.00,800.00", "850.00,850.01"), ["tender-settlement:2:paid_amount"],
    ),
    "a contract announced after three working days": (
        TENDERS, ("2026-04-08,2026-04-09", "2026-04-08,2026-04-13"),
        ["procurement-contract-published:2:contract_published_on"],
    ),
    "accepted before it is finished": (
        TENDERS, ("50.00,60", "50.00,100"), ["tender-progress:3:finish_on"],
    ),
    "settled and not accepted": (
        TENDERS, ("2026-08-03,850.00", ",850.00"), ["tender-progress:2:accepted_on"],
    ),
    "accepted with work left": (
        TENDERS, ("800.00,100", "800.00,99"), ["tender-progress:2:progress"],
    ),
    "a contractor chosen by nobody": (
        WORKS, ("B-2", ""), ["tender-village-ballot:2:ballot_id"],
    ),
    "an amount rounded down": (
        PAYMENTS, ("135.50,135.50", "135.49,135.49"), ["roster-amount-due:2:amount_due"],
    ),
    "more paid than due": (
        PAYMENTS, ("135.50,135.50", "135.50,135.51"), ["roster-amount-due:2:amount_paid"],
    ),
    "a person twice in a batch": (
        PAYMENTS, ("丙*,H2", "丁*,H1"), ["roster-line-unique:3:household_no"],
    ),
    "a line of a batch left out": (
        PAYMENTS, ("B-1,2", "B-1,3"), ["roster-lines-gapless:3:line_no"],
    ),
    "paid on no day": (
        PAYMENTS, ("2026-09-10", ""), ["roster-paid-date:2:paid_on"],
    ),
    "a notice a day short of fifteen": (
        AID, ("300.00,,2026-09-01,2026-09-16", "300.00,,2026-09-01,2026-09-15"),
        ["assistance-notice-length:3:objection_to"],
    ),
    "a line of a list left out": (
        AID, ("M-1,2", "M-1,3"), ["assistance-lines-gapless:3:line_no"],
    ),
    "a notice without its days": (
        AID, ("300.00,,2026-09-01,2026-09-16", "300.00,,2026-09-01,"),
        ["assistance-notice-dates:3:objection_to"],
    ),
    "a confirmation of no notice": (
        CONFIRMED, ("M-1", ""), ["assistance-confirmation-chain:2:prior_list_no"],
    ),
    "a case due a working day early": (
        CASES, ("0,2026-10-19,已办结", "0,2026-10-18,已办结"), ["case-due-date:2:due_on"],
    ),
    "a late case without a card": (
        CASES, ("yellow", "none"), ["case-alert:4:alert"],
    ),
    "a case finished before it was accepted": (
        CASES, ("2026-10-15,准予", "2026-10-11,准予"),
        ["case-finished-after-accepted:2:finished_on"],
    ),
    "a promise beyond the law": (
        ITEMS, ("20,5,不收费", "20,21,不收费"), ["service-promise-and-fee:2:promised_days"],
    ),
    "a fee without its code": (
        ITEMS, ("F-1", ""), ["service-promise-and-fee:3:fee_code"],
    ),
    "a fee that ends before it begins": (
        FEES, ("2024-01-01,2025-07-01", "2024-01-01,2023-07-01"),
        ["fee-effective-order:2:effective_to"],
    ),
    "two prices on one day": (
        FEES, ("2024-01-01,2025-07-01", "2024-01-01,2025-07-02"),
        ["fee-single-effective-row:3:effective_from"],
    ),
    "letters that do not add up": (
        LETTERS, ("2,3,0,4,1,3,1", "2,4,0,4,1,3,1"), ["letter-closing-count:3:closing"],
    ),
    "a month that opens elsewhere than the one before closed": (
        LETTERS, ("2,3,0,4,1,3,1", "3,3,0,4,2,3,1"), ["letter-closing-count:3:opening"],
    ),
    "more closed in time than closed": (
        LETTERS, ("2,3,0,4,1,3,1", "2,3,0,4,1,5,1"), ["letter-closing-count:3:closed_on_time"],
    ),
    "a member of both committees": (
        OFFICIALS, ("甲小林", "丁大川"), ["committee-membership:5:person_name"],
    ),
    "a committee of two": (
        OFFICIALS, ("委员,,,2026-01-15,2031-01-14", "委员,,,2021-01-15,2026-01-14"),
        ["committee-membership:2:role_type"],
    ),
    "a term of four years": (
        OFFICIALS, ("乙小山,委员,,,2026-01-15,2031-01-14", "乙小山,委员,,,2026-01-15,2030-01-14"),
        ["committee-term:4:term_to"],
    ),
    "a term that ends as it begins": (
        OFFICIALS, ("甲小林,主任,,,2026-01-15,2031-01-14", "甲小林,主任,,,2031-01-14,2031-01-14"),
        ["committee-term:5:term_to", "officials-term-order:5:term_to"],
    ),
    "an entry last verified more than a year ago": (
        DIRECTORY, ("2025-11-20", "2025-11-19"), ["directory-verified:2:verified_on"],
    ),
    "a day nobody is on duty": (
        DUTY, ("2026-10-08", "2026-10-12"), ["duty-coverage:5:duty_date"],
    ),
    "a grade that is not the index's": (
        AIR, (",优,", ",良,"), ["air-grade:2:grade"],
    ),
    "an index above 50 without a primary pollutant": (
        AIR, ("101,O3-8h", "101,"), ["air-grade:3:primary_pollutant"],
    ),
    "a day left out": (
        AIR, ("2026-09-04", "2026-09-06"), ["air-coverage:5:obs_date"],
    ),
    "a missing day with a figure": (
        AIR, ("2026-09-03,,,", "2026-09-03,,,0"), ["air-coverage:4:pm25"],
    ),
    "parts that are not the whole": (
        SERIES, ("男性,总人口,2025,160", "男性,总人口,2025,161"), ["series-children-total:2:value"],
    ),
    "places below that do not give the county's value": (
        SERIES, ("总人口,,2025,200", "总人口,,2025,199"), ["series-children-total:2:value"],
    ),
    "a revision that is not called one": (
        SERIES, ("8,所,修订,1", "8,所,正式,1"), ["series-revision:8:value_status"],
    ),
    "a revision left out": (
        SERIES, ("8,所,修订,1", "8,所,修订,2"), ["series-revision:8:revision"],
    ),
    "another unit in the same series": (
        SERIES, ("8,所,修订,1", "8,个,修订,1"), ["series-revision:8:unit"],
    ),
    "a place that is not registered": (
        LETTERS, ("990101100201,2026-08", "990101100999,2026-08"),
        ["division-known:2:division_code"],
    ),
    "a place that is not the publisher's": (
        LETTERS, ("990101100201,2026-08", "990101001001,2026-08"),
        ["division-known:2:division_code"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "edit", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_found(given: Given, edit: tuple[str, str], expected: list[str]) -> None:
    assert found_in(given.but(edit)) == expected


def test_fees_are_looked_up_in_the_lists_of_the_county() -> None:
    unknown = ITEMS.but(("F-1", "F-9"))

    assert found_in(ITEMS, above=[FEES]) == []
    assert found_in(unknown, above=[FEES]) == ["service-promise-and-fee:3:fee_code"]
    assert found_in(unknown) == []


def test_a_case_is_held_against_the_law_of_its_item() -> None:
    strict = ITEMS.but(("20,5,不收费", "4,4,不收费"))

    assert found_in(CASES, ITEMS) == []
    assert found_in(CASES, above=[strict]) == ["case-promise-within-law:2:promised_days"]


def test_a_confirmation_follows_the_ended_notice_of_its_household() -> None:
    other_household = CONFIRMED.but(("D1", "D7"))
    too_soon = CONFIRMED.of(keys="formed_on: 2026-09-16\n")

    assert found_in(CONFIRMED, AID) == []
    for wrong in (other_household, too_soon):
        assert found_in(wrong, AID) == ["assistance-confirmation-chain:2:prior_list_no"]


def test_machines_and_parcels_may_stand_in_several_lines() -> None:
    parcels = PAYMENTS.of(text=PAYMENTS.text.replace("份", "亩")).but(("丙*,H2", "丁*,H1"))

    assert found_in(parcels) == []


def test_a_contract_not_announced_is_found_when_the_limit_has_passed() -> None:
    open_ = TENDERS.but(("2026-09-30,2026-10-08", "2026-09-30,"))

    assert found_in(open_, today=date(2026, 10, 9)) == []
    assert found_in(open_, today=date(2026, 10, 12)) == [
        "procurement-contract-published:3:contract_published_on"
    ]


def test_only_procurement_owes_the_announcement_of_a_contract() -> None:
    late = TENDERS.but(("2026-04-08,2026-04-09", "2026-04-08,2026-05-13"))

    assert found_in(late.of(category="E0703", text=without_last_column(late.text))) == []


def without_last_column(text: str) -> str:
    """Return a table without the column that only procurement adds."""
    return "".join(line.rpartition(",")[0] + "\n" for line in text.splitlines())


def test_letters_shown_on_the_site_are_not_fewer_in_the_statistics() -> None:
    shown = [letter(name) for name in ("a", "b")]

    assert found_in(LETTERS, entries=shown[:1]) == []
    assert found_in(LETTERS, entries=shown) == ["letter-published-count:3:published"]


def letter(name: str) -> Entry:
    """Return a letter shown in September."""
    facts = small_facts()
    text = "category: S0802\ndate: 2026-09-10 09:00\npublisher: 甲村村民委员会\n"
    header, _ = read_header(text, "letter.md", 1, facts.catalogue.keys, Kind.LETTERS)
    division = facts.register.resolve(VILLAGE)
    return Entry(f"{name}.md", division, Kind.LETTERS, name, header, "", 0)


def test_a_private_mobile_is_no_office_telephone_and_is_not_repeated() -> None:
    mobile = OFFICIALS.but(("2031-01-14,0999-1002012", "2031-01-14,13800138000"))

    (problem,) = problems_in(mobile)

    assert (problem.code, problem.row) == ("office-phone-only", 5)
    assert "13800138000" not in problem.message_zh


def test_a_term_cut_short_is_no_problem_where_the_change_is_published() -> None:
    change = letter("change")
    header, _ = read_header(
        "category: S0704\n", "c.md", 1, small_facts().catalogue.keys, Kind.ARTICLES
    )
    told = Entry("c.md", change.division, Kind.ARTICLES, "c", header, "", 0)
    short = OFFICIALS.but(
        ("乙小山,委员,,,2026-01-15,2031-01-14", "乙小山,委员,,,2026-01-15,2030-01-14")
    )

    assert found_in(short, entries=[told]) == []


def test_a_value_published_again_with_another_figure_needs_a_revision() -> None:
    again = SERIES.of(
        text="".join(SERIES.text.splitlines(keepends=True)[:4]).replace("140", "139"),
        date="2026-11-01",
    )

    found = found_in(SERIES, again)

    assert "series-revision:2/4:value" in found
