"""A notice runs as long as its category and village law ask."""

from __future__ import annotations

from disclosure.catalogue import Kind
from disclosure.problem import Severity
from tests.rules.samples import DRAIN, JOIN
from tests.rules.verbs import VILLAGE, check_clean, check_found, problems_of


def test_fifteen_days_after_the_first_are_enough() -> None:
    check_clean(DRAIN, kind=Kind.NOTICES)


def test_a_day_less_is_an_error() -> None:
    text = DRAIN.replace("to: 2026-10-27", "to: 2026-10-26")

    (problem,) = problems_of(text, kind=Kind.NOTICES)

    assert (problem.code, problem.line, problem.severity) == ("notice-too-short", 9, Severity.ERROR)
    assert problem.hint_zh == "把 notice.to 改为 2026-10-27 或更晚，公示栏同时顺延"


def test_an_end_on_a_rest_day_does_not_do() -> None:
    text = DRAIN.replace("from: 2026-10-12, to: 2026-10-27", "from: 2026-10-15, to: 2026-10-30")
    short = text.replace("from: 2026-10-15", "from: 2026-10-16")
    saturday = short.replace("to: 2026-10-30", "to: 2026-10-31")

    check_clean(text, kind=Kind.NOTICES)
    check_found(saturday, ["notice-too-short:9:notice.to"], kind=Kind.NOTICES)


def test_a_township_may_end_a_meeting_notice_after_ten_days() -> None:
    text = JOIN.replace("to: 2026-10-27", "to: 2026-10-19")

    codes = codes_of(text, division="990101100")

    assert "notice-too-short" not in codes


def test_a_committee_may_not_end_after_the_days_of_the_category_alone() -> None:
    text = JOIN.replace("南镇人民政府", "甲村村民委员会").replace(
        "to: 2026-10-27", "to: 2026-10-26"
    )

    assert "notice-too-short" in codes_of(text, division="990101100201")


def test_fifteen_days_do_not_bind_before_the_law() -> None:
    text = JOIN.replace("南镇人民政府", "甲村村民委员会").replace("2026-10-", "2025-10-")
    text = text.replace("to: 2025-10-27", "to: 2025-10-21")

    assert "notice-too-short" not in codes_of(text, division="990101100201")


def test_a_category_that_was_not_read_in_full_only_warns() -> None:
    text = JOIN.replace("S1008", "S0604").replace("南镇人民政府", "甲村党支部")
    text = text.replace("to: 2026-10-27", "to: 2026-10-16")

    found = problems_of(text, kind=Kind.NOTICES)

    assert [problem.severity for problem in found if problem.code == "notice-too-short"] == [
        Severity.WARNING
    ]


def test_a_notice_that_is_too_short_by_any_calendar_needs_no_holiday_data() -> None:
    text = DRAIN.replace("2026-10-", "2021-10-").replace("to: 2021-10-27", "to: 2021-10-20")

    codes = codes_of(text)

    assert "notice-too-short" in codes


def codes_of(text: str, division: str = VILLAGE) -> set[str]:
    return {problem.code for problem in problems_of(text, kind=Kind.NOTICES, division=division)}
