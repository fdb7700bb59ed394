"""A notice runs at least as long as its category and village law ask, whichever ends later."""

from __future__ import annotations

from datetime import date

from disclosure.deadline import minimum_end
from tests.rules.verbs import small_facts

FACTS = small_facts()
VILLAGE, TOWN = "990101100201", "990101100"
COMMITTEE, COLLECTIVE, OFFICE = "甲村村民委员会", "甲村股份经济合作社", "南镇人民政府"


def end(code: str, publisher: str, division: str, start: date) -> date | None:
    category = FACTS.catalogue.categories[code]
    limit = minimum_end(category, publisher, division, start, FACTS)
    return limit.due if limit else None


def test_the_first_day_does_not_count_and_the_last_is_whole() -> None:
    assert end("E0302", COMMITTEE, VILLAGE, date(2026, 10, 12)) == date(2026, 10, 27)


def test_an_end_on_a_rest_day_moves_to_the_next_working_day() -> None:
    assert end("E0302", COMMITTEE, VILLAGE, date(2026, 10, 16)) == date(2026, 11, 2)


def test_a_township_keeps_the_working_days_of_the_category() -> None:
    assert end("E0902", OFFICE, TOWN, date(2026, 10, 12)) == date(2026, 10, 21)


def test_a_township_that_posts_in_a_village_keeps_the_working_days_too() -> None:
    assert end("E0902", OFFICE, VILLAGE, date(2026, 10, 12)) == date(2026, 10, 21)


def test_a_committee_owes_fifteen_days_where_the_category_asks_less() -> None:
    assert end("E0902", COMMITTEE, VILLAGE, date(2026, 10, 12)) == date(2026, 10, 27)


def test_a_collective_owes_fifteen_days_too() -> None:
    assert end("E0902", COLLECTIVE, VILLAGE, date(2026, 10, 12)) == date(2026, 10, 27)


def test_a_party_branch_keeps_the_period_of_the_category() -> None:
    assert end("S0604", "甲村党支部", VILLAGE, date(2026, 10, 12)) == date(2026, 10, 19)


def test_working_days_over_a_long_holiday_may_end_later_than_fifteen_days() -> None:
    assert end("E0504", COMMITTEE, VILLAGE, date(2026, 2, 11)) == date(2026, 3, 3)


def test_fifteen_days_bind_only_since_the_law_is_in_force() -> None:
    assert end("E0902", COMMITTEE, VILLAGE, date(2025, 12, 30)) == date(2026, 1, 9)


def test_an_outage_notice_that_a_committee_only_passes_on_owes_no_fifteen_days() -> None:
    assert end("E1203", COMMITTEE, VILLAGE, date(2026, 10, 12)) is None


def test_an_outage_notice_of_a_township_has_no_minimum() -> None:
    category = FACTS.catalogue.categories["E1203"]

    assert minimum_end(category, OFFICE, TOWN, date(2026, 10, 12), FACTS) is None


def test_an_end_in_a_year_without_data_is_unknown() -> None:
    category = FACTS.catalogue.categories["E0302"]

    limit = minimum_end(category, COMMITTEE, VILLAGE, date(2026, 12, 20), FACTS)

    assert limit
    assert limit.due is None
