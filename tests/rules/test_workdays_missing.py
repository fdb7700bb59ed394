"""A limit that touches a year without holiday data is said to be unknown."""

from __future__ import annotations

from datetime import date

from disclosure.catalogue import Kind
from disclosure.problem import Severity
from tests.rules.samples import DRAIN
from tests.rules.verbs import GOOD, check_clean, check_found, problems_of


def test_a_limit_within_the_announced_years_is_clean() -> None:
    check_clean(GOOD)


def test_a_limit_that_runs_into_the_next_year_is_found() -> None:
    text = GOOD.replace("2026-10-12 09:00", "2026-12-30 09:00").replace(
        "formed_on: 2026-10-10", "formed_on: 2026-12-29"
    )

    (problem,) = problems_of(text, today=date(2026, 12, 31))

    assert (problem.code, problem.line, problem.value) == ("workdays-missing", 6, "2027")
    assert problem.severity is Severity.WARNING


def test_limit_and_notice_that_lack_one_year_are_one_problem() -> None:
    text = DRAIN.replace("2026-10-", "2026-12-").replace(
        "formed_on: 2026-12-09", "formed_on: 2026-12-11"
    )
    text = text.replace("date: 2026-12-10", "date: 2026-12-11").replace(
        "to: 2026-12-27", "to: 2027-01-20"
    )
    text = text.replace("2026-12-12", "2026-12-21")

    check_found(text, ["workdays-missing:6:formed_on"], kind=Kind.NOTICES, today=date(2026, 12, 31))


def test_a_notice_that_ends_in_an_unknown_year_is_found() -> None:
    text = DRAIN.replace("2026-10-12", "2026-12-21").replace("2026-10-09", "2026-12-01")
    text = text.replace("date: 2026-10-10", "date: 2026-12-18").replace("2026-10-27", "2027-01-20")

    check_found(
        text, ["workdays-missing:9:notice.from"], kind=Kind.NOTICES, today=date(2026, 12, 31)
    )


def test_a_draft_is_not_reckoned() -> None:
    text = GOOD.replace("formed_on: 2026-10-10", "formed_on: 2023-10-10")

    check_clean(text.replace("author:", "draft: true\nauthor:"))
