"""A period is as long as its category recurs."""

from __future__ import annotations

from disclosure.problem import Severity
from tests.rules.samples import TALKS
from tests.rules.verbs import GOOD, check_clean, check_found, problems_of


def test_a_quarter_of_a_quarterly_category_is_clean() -> None:
    check_clean(TALKS)


def test_a_month_of_a_quarterly_category_is_found() -> None:
    (problem,) = problems_of(TALKS.replace("2026-Q3", "2026-09"))

    assert (problem.code, problem.line, problem.severity) == (
        "period-wrong-rhythm",
        6,
        Severity.ERROR,
    )
    assert problem.hint_zh == "写成 period: 2026-Q3"


def test_a_year_of_a_quarterly_category_is_found() -> None:
    check_found(TALKS.replace("2026-Q3", "2025"), ["period-wrong-rhythm:6:period"])


def test_a_category_that_was_not_read_only_warns() -> None:
    found = problems_of(TALKS.replace("S0707", "S0603").replace("2026-Q3", "2026-09"))

    severities = [one.severity for one in found if one.code == "period-wrong-rhythm"]
    assert severities == [Severity.WARNING]


def test_weekly_duties_come_in_packages_of_a_month() -> None:
    weekly = TALKS.replace("S0707", "S0104")

    assert "period-wrong-rhythm" not in codes_of(weekly.replace("2026-Q3", "2026-10"))
    assert "period-wrong-rhythm" not in codes_of(weekly.replace("2026-Q3", "2026-W43"))
    assert "period-wrong-rhythm" in codes_of(weekly)


def test_a_category_without_a_rhythm_may_name_any_period() -> None:
    check_clean(GOOD.replace("author:", "period: 2026-09\nauthor:"))


def codes_of(text: str) -> set[str]:
    return {problem.code for problem in problems_of(text)}
