"""An entry gives the day or the period from which its limit is reckoned."""

from __future__ import annotations

from disclosure.catalogue import Kind
from tests.rules.samples import MEETING, TALKS, WITHDRAWN
from tests.rules.verbs import GOOD, check_clean, check_found, problems_of


def test_a_key_that_is_there_is_enough() -> None:
    check_clean(GOOD)


def test_an_absent_key_is_named_at_the_category() -> None:
    text = GOOD.replace("formed_on: 2026-10-10\n", "")

    check_found(text, ["trigger-key-missing:3:formed_on"])


def test_a_blank_key_counts_as_absent() -> None:
    text = GOOD.replace("formed_on: 2026-10-10", "formed_on: ''")

    found = problems_of(text)

    assert "trigger-key-missing" in {problem.code for problem in found}


def test_a_periodic_category_needs_its_period() -> None:
    found = problems_of(TALKS.replace("period: 2026-Q3\n", ""))

    (problem,) = found
    assert (problem.code, problem.field) == ("trigger-key-missing", "period")
    assert problem.hint_zh == "在信息头加一行，如 period: 2026-Q3"


def test_an_announcement_needs_the_day_of_its_event() -> None:
    text = MEETING.replace("event_on: 2026-11-01\n", "")

    check_found(text, ["trigger-key-missing:3:event_on"], kind=Kind.NOTICES)


def test_a_period_that_is_a_missing_element_is_reported_once() -> None:
    text = TALKS.replace("S0707", "S0708").replace("period: 2026-Q3\n", "")

    codes = [(problem.code, problem.field) for problem in problems_of(text)]

    assert ("element-missing", "报告年度") in codes
    assert "trigger-key-missing" not in {code for code, _ in codes}


def test_a_withdrawn_entry_owes_no_key() -> None:
    check_clean(WITHDRAWN.replace("formed_on: 2026-10-10\n", ""))
