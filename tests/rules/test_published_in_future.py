"""Nothing is published on a day yet to come."""

from __future__ import annotations

from datetime import date

from tests.rules.verbs import GOOD, check_clean, check_found, problems_of


def test_an_entry_of_today_is_clean() -> None:
    text = GOOD.replace("2026-10-12 09:00", "2026-10-12 23:59")

    check_clean(text, today=date(2026, 10, 12))


def test_an_entry_of_tomorrow_is_found() -> None:
    check_found(GOOD, ["published-in-future:4:date"], today=date(2026, 10, 11))


def test_a_draft_may_carry_the_day_it_is_planned_for() -> None:
    text = GOOD.replace("author:", "draft: true\nauthor:")

    check_clean(text, today=date(2026, 10, 11))


def test_a_date_that_cannot_be_read_is_left_to_others() -> None:
    found = problems_of(GOOD.replace("2026-10-12 09:00", "2026-02-30 09:00"))

    assert "published-in-future" not in {problem.code for problem in found}
