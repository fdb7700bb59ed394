from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from disclosure.period import Period, Rhythm, parse_period, period_of
from tests.strategies import PERIODS, RECENT_DAYS, RHYTHMS


@pytest.mark.parametrize(
    ("text", "first", "last", "zh"),
    [
        ("2026-09-01", date(2026, 9, 1), date(2026, 9, 1), "2026年9月1日"),
        ("2026-W39", date(2026, 9, 21), date(2026, 9, 27), "2026年第39周"),
        ("2026-09", date(2026, 9, 1), date(2026, 9, 30), "2026年9月"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "2024年2月"),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30), "2026年第三季度"),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31), "2026年第四季度"),
        ("2026-H1", date(2026, 1, 1), date(2026, 6, 30), "2026年上半年"),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31), "2026年下半年"),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "2026年"),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3), "2020年第53周"),
    ],
)
def test_each_form_names_its_days(text: str, first: date, last: date, zh: str) -> None:
    period = parse_period(text)

    assert period is not None
    assert (period.first, period.last, period.zh) == (first, last, zh)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "26-09",
        "2026-9",
        "2026-13",
        "2026-00",
        "2026-02-30",
        "2026-W00",
        "2026-W54",
        "2026-Q5",
        "2025-W53",
        "2026-H3",
        "2026-q3",
        "2026Q3",
        "２０２６",
        "2026-09-",
        " 2026",
        "1826",
        "2026-W1",
    ],
)
def test_what_is_no_period(text: str) -> None:
    assert parse_period(text) is None


@given(PERIODS)
def test_period_is_read_back_from_its_text(period: Period) -> None:
    assert parse_period(str(period)) == period


@given(PERIODS)
def test_following_period_begins_the_day_after(period: Period) -> None:
    following = period.following()

    assert following.first == period.last + timedelta(days=1)
    assert following.rhythm is period.rhythm
    assert following > period


@given(RECENT_DAYS, RHYTHMS)
def test_period_of_a_day_holds_it(day: date, rhythm: Rhythm) -> None:
    period = period_of(day, rhythm)

    assert period.first <= day <= period.last
    assert period == period_of(period.first, rhythm) == period_of(period.last, rhythm)


def test_last_year_of_the_calendar_has_an_end() -> None:
    period = parse_period("2099-Q4")

    assert period is not None
    assert period.last == date(2099, 12, 31)
