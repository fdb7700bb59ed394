"""Whoever asks a watched day the same questions about any other day of its span hears the same."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.results.day import WatchedDay

DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 12))
COMPARE = (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne)
QUESTIONS = st.lists(st.tuples(st.sampled_from(COMPARE), DAYS, st.booleans()), max_size=5)
DAY = date(2026, 11, 20)
Question = tuple[Callable[[date, date], bool], date, bool]


def answers(day: date, questions: list[Question]) -> list[bool]:
    return [
        compare(other, day) if is_turned else compare(day, other)
        for compare, other, is_turned in questions
    ]


@given(DAYS, QUESTIONS, DAYS)
def test_days_inside_the_span_answer_alike(
    day: date, questions: list[Question], other: date
) -> None:
    watched = WatchedDay.of(day)

    heard = answers(watched, questions)

    assert heard == answers(day, questions)
    assert watched.low <= day.toordinal() <= watched.high
    if watched.low <= other.toordinal() <= watched.high:
        assert answers(other, questions) == heard


def test_a_day_that_was_asked_nothing_holds_for_ever() -> None:
    watched = WatchedDay.of(DAY)

    assert (watched.low, watched.high) == (date.min.toordinal(), date.max.toordinal())


def test_a_comparison_leaves_all_days_on_its_side() -> None:
    watched = WatchedDay.of(DAY)

    assert not date(2026, 11, 1) > watched

    assert watched.low == date(2026, 11, 1).toordinal()
    assert watched.high == date.max.toordinal()


@pytest.mark.parametrize(
    "ask",
    [
        lambda day: day.year,
        lambda day: day.replace(year=2025),
        lambda day: day.isoformat(),
        lambda day: day.toordinal(),
        lambda day: f"{day}",
        lambda day: f"{day:%Y}",
        str,
        repr,
        hash,
        lambda day: day + timedelta(1),
        lambda day: timedelta(1) + day,
        lambda day: day - timedelta(1),
        lambda day: day - date(2026, 1, 1),
        lambda day: date(2026, 1, 1) - day,
        lambda day: {day: 1},
        lambda day: day == DAY,
    ],
)
def test_whatever_else_is_asked_holds_for_this_day_alone(ask: Callable[[date], object]) -> None:
    watched = WatchedDay.of(DAY)

    assert ask(watched) == ask(DAY)

    assert watched.low == watched.high == DAY.toordinal()


def test_what_is_made_of_it_is_plain() -> None:
    watched = WatchedDay.of(DAY)

    assert type(watched + timedelta(1)) is date
    assert type(watched.replace(day=1)) is date
    assert min(date(2026, 1, 1), watched) == date(2026, 1, 1)


def test_a_moment_is_no_day() -> None:
    with pytest.raises(TypeError):
        assert WatchedDay.of(DAY) < datetime(2026, 1, 1)
