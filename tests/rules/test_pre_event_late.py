"""What is announced beforehand leaves enough days before its event."""

from __future__ import annotations

from disclosure.catalogue import Kind
from disclosure.problem import Severity
from tests.rules.samples import MEETING
from tests.rules.verbs import check_clean, check_found, problems_of


def test_an_announcement_on_the_last_possible_day_is_clean() -> None:
    text = MEETING.replace("event_on: 2026-11-01", "event_on: 2026-10-22")

    check_clean(text, kind=Kind.NOTICES)


def test_an_announcement_a_day_later_is_found() -> None:
    text = MEETING.replace("event_on: 2026-11-01", "event_on: 2026-10-21")

    (problem,) = problems_of(text, kind=Kind.NOTICES)

    assert (problem.code, problem.line, problem.severity) == ("pre-event-late", 6, Severity.WARNING)
    assert "2026年10月21日之前至少10日" in problem.message_zh


def test_an_announcement_on_the_day_of_the_event_is_late_not_after_it() -> None:
    text = MEETING.replace("event_on: 2026-11-01", "event_on: 2026-10-12")

    check_found(text, ["pre-event-late:6:event_on"], kind=Kind.NOTICES)
