from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalogue import PRODUCT
from disclosure.problem import DisclosureError
from disclosure.rows import Row
from disclosure.workdays import Workdays, build_workdays, load_workdays

WORKDAYS = load_workdays(PRODUCT)
COVERED = st.dates(date(2024, 1, 1), date(2026, 12, 31))


def rows(*pairs: tuple[str, str]) -> list[Row]:
    return [
        Row("catalogue/workdays.csv", line, {"date": day, "kind": kind})
        for line, (day, kind) in enumerate(pairs, 2)
    ]


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        ("2026-01-30", 20, "2026-03-05"),
        ("2026-02-13", 7, "2026-03-02"),
        ("2026-02-13", 15, "2026-03-12"),
        ("2026-04-24", 20, "2026-05-26"),
        ("2026-09-21", 20, "2026-10-26"),
        ("2026-09-30", 7, "2026-10-15"),
        ("2026-11-30", 20, "2026-12-28"),
        ("2026-12-15", 20, None),
    ],
)
def test_limit_in_working_days_ends_on_the_announced_day(
    start: str, count: int, due: str | None
) -> None:
    end = WORKDAYS.add_workdays(date.fromisoformat(start), count)

    assert end == (date.fromisoformat(due) if due else None)


@pytest.mark.parametrize(("year", "days"), [(2024, 251), (2025, 248), (2026, 248)])
def test_year_has_as_many_working_days_as_announced(year: int, days: int) -> None:
    assert sum(day.year == year for day in WORKDAYS.days) == days


@pytest.mark.parametrize(
    ("day", "is_workday"),
    [
        ("2026-10-10", True),  # a Saturday made up
        ("2026-10-07", False),
        ("2026-11-20", True),
        ("2026-11-21", False),
        ("2027-01-04", None),
    ],
)
def test_day_is_worked_rested_or_not_known(day: str, is_workday: bool | None) -> None:
    assert WORKDAYS.is_workday(date.fromisoformat(day)) is is_workday


@given(COVERED, st.integers(1, 60))
def test_count_is_the_number_of_working_days_after_the_start(start: date, count: int) -> None:
    end = WORKDAYS.add_workdays(start, count)

    if end is None:
        assert sum(day > start for day in WORKDAYS.days) < count
    else:
        assert WORKDAYS.is_workday(end)
        assert sum(start < day <= end for day in WORKDAYS.days) == count


@given(COVERED, st.integers(1, 60))
def test_counting_back_undoes_counting_on(start: date, count: int) -> None:
    day = WORKDAYS.roll(start)

    end = WORKDAYS.add_workdays(day, count) if day else None

    assert end is None or WORKDAYS.add_workdays(end, -count) == day


@given(COVERED, st.integers(0, 60))
def test_calendar_limit_never_ends_on_a_rest_day(start: date, count: int) -> None:
    end = WORKDAYS.add_days(start, count)

    assert end is None or (WORKDAYS.is_workday(end) and end >= start + timedelta(days=count))


def test_roll_moves_to_the_next_working_day_only() -> None:
    assert WORKDAYS.roll(date(2026, 10, 1)) == date(2026, 10, 8)
    assert WORKDAYS.roll(date(2026, 10, 8)) == date(2026, 10, 8)


def test_year_without_data_is_never_guessed() -> None:
    workdays = build_workdays(rows(("2024-10-01", "holiday"), ("2026-10-01", "holiday")))

    assert workdays.years == {2024, 2026}
    assert workdays.add_workdays(date(2024, 12, 31), 1) is None
    assert workdays.add_workdays(date(2026, 1, 4), -3) is None
    assert workdays.add_workdays(date(2025, 6, 1), 1) is None
    assert workdays.roll(date(2024, 12, 31)) == date(2024, 12, 31)


def test_no_data_at_all_answers_nothing() -> None:
    workdays = Workdays(frozenset(), ())

    assert workdays.is_workday(date(2026, 10, 12)) is None
    assert workdays.add_days(date(2026, 10, 12), 3) is None


def test_every_wrong_row_is_named() -> None:
    with pytest.raises(DisclosureError) as caught:
        build_workdays(rows(("2026/10/1", "holiday"), ("2026-10-02", "rest"), ("2026-02-30", "x")))

    assert [f"{one.code}:{one.line}:{one.field}" for one in caught.value.problems] == [
        "workdays-row-wrong:2:date",
        "workdays-row-wrong:3:kind",
        "workdays-row-wrong:4:date",
    ]
