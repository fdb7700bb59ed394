"""Publication after the limit warns, with the due day and how it was reckoned."""

from __future__ import annotations

from disclosure.catalogue import Kind
from disclosure.problem import Severity
from tests.rules.samples import MEETING, TALKS
from tests.rules.verbs import GOOD, check_clean, check_found, problems_of


def test_publication_on_the_due_day_is_in_time() -> None:
    text = GOOD.replace("formed_on: 2026-10-10", "formed_on: 2026-09-29")

    check_clean(text)


def test_publication_the_day_after_is_late() -> None:
    text = GOOD.replace("formed_on: 2026-10-10", "formed_on: 2026-09-28")

    (problem,) = problems_of(text)

    assert (problem.code, problem.line, problem.severity) == ("published-late", 4, Severity.WARNING)
    assert "应在2026年10月10日前公开" in problem.message_zh
    assert "自2026年9月28日形成之日起5个工作日内" in problem.message_zh
    assert problem.message_zh.startswith("公开迟了 2 日")


def test_a_period_is_late_after_its_due_day() -> None:
    check_clean(TALKS.replace("2026-10-12 09:00", "2026-10-20 18:00"))
    check_found(TALKS.replace("2026-10-12 09:00", "2026-10-21 08:00"), ["published-late:4:date"])


def test_a_nil_report_may_be_late_too() -> None:
    text = TALKS.replace("2026-10-12 09:00", "2026-10-21 08:00")
    text = text.replace("author:", "nil: true\nnil_reason: 本季度没有协商事项\nauthor:")

    check_found(text, ["published-late:4:date"])


def test_a_draft_is_not_late() -> None:
    text = GOOD.replace("formed_on: 2026-10-10", "formed_on: 2026-09-01")

    check_clean(text.replace("author:", "draft: true\nauthor:"))


def test_an_announcement_is_left_to_pre_event_late() -> None:
    text = MEETING.replace("event_on: 2026-11-01", "event_on: 2026-10-15")

    found = problems_of(text, kind=Kind.NOTICES)

    assert {problem.code for problem in found} == {"pre-event-late"}


def test_a_limit_nobody_can_compute_is_not_late() -> None:
    text = GOOD.replace("2026-10-", "2021-10-").replace("formed_on: 2021-10", "formed_on: 2021-01")

    check_found(text, ["workdays-missing:6:formed_on"])
