from __future__ import annotations

import pytest

from tests.rules.verbs import GOOD, check_clean, check_found, problems_of


def formed_on(value: str) -> str:
    return GOOD.replace("formed_on: 2026-10-10", f"formed_on: {value}")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("2026-02-30", "2026年2月只有28天，没有30日"),
        ("2024-02-30", "2024年2月只有29天，没有30日"),
        ("2021年4月31日", "2021年4月只有30天，没有31日"),
        ("2026/9/31", "2026年9月只有30天，没有31日"),
        ("2026-13-05", "一年只有12个月，没有13月"),
        ("2026-10-00", "2026年10月只有31天，没有0日"),
        ("1026-10-12", "年份应在1900年至2199年之间，不是1026"),
    ],
)
def test_day_that_does_not_exist_is_explained(value: str, reason: str) -> None:
    text = formed_on(value)

    (problem,) = [one for one in problems_of(text) if one.field == "formed_on"]

    assert problem.code == "date-not-real"
    assert reason in problem.message_zh


def test_leap_day_is_real() -> None:
    text = formed_on("2024-02-29")

    codes = {problem.code for problem in problems_of(text)}

    assert "date-not-real" not in codes


def test_time_that_no_clock_shows_is_found() -> None:
    text = GOOD.replace("2026-10-12 09:00", "2026-10-12 25:00")

    check_found(text, ["date-not-real:4:date"])


def test_daily_period_must_be_a_real_day() -> None:
    text = GOOD.replace("author: 村文书\n", "author: 村文书\nperiod: 2026-02-30\n")

    check_found(text, ["date-not-real:8:period"])


def test_it_is_the_only_problem_of_its_value() -> None:
    text = GOOD.replace("date: 2026-10-11,", "date: 2026年9月31日,")

    found = [problem.code for problem in problems_of(text) if problem.field == "review.date"]

    assert found == ["date-not-real"]


def test_good_entry_is_clean() -> None:
    text = GOOD

    check_clean(text)
