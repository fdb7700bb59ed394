"""Nothing is published before it was formed."""

from __future__ import annotations

from tests.rules.verbs import GOOD, check_clean, check_found, problems_of


def test_publication_on_the_day_it_was_formed_is_clean() -> None:
    check_clean(GOOD.replace("formed_on: 2026-10-10", "formed_on: 2026-10-12"))


def test_publication_before_the_day_it_was_formed_is_found() -> None:
    text = GOOD.replace("formed_on: 2026-10-10", "formed_on: 2026-10-13")

    check_found(text, ["published-before-formed:6:formed_on"])


def test_a_slip_of_the_year_is_found() -> None:
    text = GOOD.replace("formed_on: 2026-10-10", "formed_on: 2027-10-10")

    codes = {problem.code for problem in problems_of(text)}

    assert "published-before-formed" in codes
