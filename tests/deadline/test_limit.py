"""Limits are counted as 民法典 arts. 201 and 203 say, never into a year without holiday data."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalogue import PRODUCT, Basis
from disclosure.deadline import Reckoning, count_back, count_on
from disclosure.deadline.limit import latest
from disclosure.workdays import load_workdays

WORKDAYS = load_workdays(PRODUCT)


def on(start: str, days: int, basis: Basis) -> Reckoning:
    return count_on(date.fromisoformat(start), days, basis, WORKDAYS, "", "")


def back(event: str, days: int, basis: Basis) -> Reckoning:
    return count_back(date.fromisoformat(event), days, basis, WORKDAYS, "", "")


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2026-01-30", 20, "2026-03-05"),
        ("2026-02-13", 7, "2026-03-02"),
        ("2026-02-13", 15, "2026-03-12"),
        ("2026-04-24", 20, "2026-05-26"),
        ("2026-09-21", 20, "2026-10-26"),
        ("2026-09-30", 7, "2026-10-15"),
        ("2026-11-30", 20, "2026-12-28"),
    ],
)
def test_working_days_fall_on_the_published_vectors(start: str, days: int, due: str) -> None:
    limit = on(start, days, Basis.WORKING)

    assert limit.due == date.fromisoformat(due)


def test_limit_into_a_year_without_data_is_not_computable() -> None:
    limit = on("2026-12-15", 20, Basis.WORKING)

    assert limit.due is None
    assert not limit.is_computable
    assert limit.missing_year(WORKDAYS) == 2027
    assert limit.skipped(WORKDAYS) == ()


def test_limit_that_only_its_last_working_days_push_over_the_year_names_the_next_year() -> None:
    limit = on("2026-12-07", 20, Basis.WORKING)

    assert limit.nominal == date(2026, 12, 27)
    assert limit.missing_year(WORKDAYS) == 2027


def test_limit_from_a_year_before_the_data_names_that_year() -> None:
    limit = on("2023-12-29", 5, Basis.WORKING)

    assert limit.missing_year(WORKDAYS) == 2023


def test_computable_limit_lacks_no_year() -> None:
    assert on("2026-09-21", 20, Basis.WORKING).missing_year(WORKDAYS) is None


def test_calendar_limit_that_ends_on_a_rest_day_moves_to_the_next_working_day() -> None:
    limit = on("2026-09-30", 5, Basis.CALENDAR)

    assert limit.nominal == date(2026, 10, 5)
    assert limit.due == date(2026, 10, 8)
    assert limit.skipped(WORKDAYS) == (date(2026, 10, 5), date(2026, 10, 6), date(2026, 10, 7))


def test_calendar_limit_that_ends_on_a_make_up_workday_stays() -> None:
    limit = on("2026-09-30", 10, Basis.CALENDAR)

    assert limit.due == date(2026, 10, 10)
    assert limit.skipped(WORKDAYS) == ()


def test_no_days_at_all_end_on_the_very_day_even_of_rest() -> None:
    limit = on("2026-10-03", 0, Basis.CALENDAR)

    assert limit.due == date(2026, 10, 3)


def test_skipped_days_of_a_working_limit_are_the_rest_days_between() -> None:
    limit = on("2026-06-17", 3, Basis.WORKING)

    assert limit.due == date(2026, 6, 23)
    assert limit.skipped(WORKDAYS) == (date(2026, 6, 19), date(2026, 6, 20), date(2026, 6, 21))


def test_calendar_days_before_an_event_do_not_move_off_a_rest_day() -> None:
    limit = back("2026-10-20", 15, Basis.CALENDAR)

    assert limit.due == date(2026, 10, 5)
    assert limit.skipped(WORKDAYS) == ()


def test_working_days_before_an_event_are_counted_back_over_rest_days() -> None:
    limit = back("2026-10-12", 5, Basis.WORKING)

    assert limit.due == date(2026, 9, 29)
    assert date(2026, 10, 1) in limit.skipped(WORKDAYS)
    assert date(2026, 10, 10) not in limit.skipped(WORKDAYS)


def test_working_days_back_into_a_year_without_data_are_not_computable() -> None:
    limit = back("2024-01-03", 5, Basis.WORKING)

    assert limit.due is None
    assert limit.missing_year(WORKDAYS) == 2023


def test_of_several_limits_the_later_end_wins() -> None:
    short, long = on("2026-10-12", 7, Basis.WORKING), on("2026-10-12", 15, Basis.CALENDAR)

    assert latest((short, long)) is long
    assert latest(()) is None


def test_of_several_limits_one_that_cannot_be_computed_leaves_the_end_unknown() -> None:
    known, unknown = on("2026-12-15", 1, Basis.WORKING), on("2026-12-15", 20, Basis.WORKING)

    assert latest((known, unknown)) is unknown


STARTS = st.dates(date(2024, 1, 1), date(2026, 9, 30))


@given(STARTS, st.integers(1, 30), st.sampled_from(Basis))
def test_a_counted_limit_ends_on_a_working_day_no_earlier_than_the_calendar(
    start: date, days: int, basis: Basis
) -> None:
    limit = count_on(start, days, basis, WORKDAYS, "", "")

    assert limit.due
    assert WORKDAYS.is_workday(limit.due)
    assert limit.due >= limit.nominal


@given(STARTS, st.integers(1, 30))
def test_working_days_and_skipped_days_fill_the_limit(start: date, days: int) -> None:
    limit = count_on(start, days, Basis.WORKING, WORKDAYS, "", "")

    assert limit.due
    assert (limit.due - start).days == days + len(limit.skipped(WORKDAYS))


@given(STARTS, st.integers(1, 20))
def test_counting_back_and_on_again_reaches_the_working_day(start: date, days: int) -> None:
    event = WORKDAYS.roll(start.replace(year=2026) if start.month > 2 else date(2026, 3, 2))
    assert event

    limit = count_back(event, days, Basis.WORKING, WORKDAYS, "", "")

    assert limit.due
    assert WORKDAYS.add_workdays(limit.due, days) == event
