"""Figures of a period wait for its end."""

from __future__ import annotations

from tests.rules.samples import TALKS
from tests.rules.verbs import check_clean, check_found, problems_of

EARLY = TALKS.replace("2026-10-12 09:00", "2026-09-29 09:00").replace(
    "date: 2026-10-10", "date: 2026-09-28"
)


def test_publication_on_the_last_day_is_clean() -> None:
    check_clean(EARLY.replace("2026-09-29 09:00", "2026-09-30 18:00"))


def test_publication_before_the_last_day_warns() -> None:
    check_found(EARLY, ["period-not-over:6:period"])


def test_what_is_due_before_its_period_may_come_before_it() -> None:
    assert "period-not-over" not in codes_of(EARLY.replace("S0707", "S0904").replace("Q3", "Q4"))


def test_a_plan_may_come_before_its_year_is_over() -> None:
    assert "period-not-over" not in codes_of(EARLY.replace("S0707", "S0306").replace("-Q3", ""))


def codes_of(text: str) -> set[str]:
    return {problem.code for problem in problems_of(text)}
