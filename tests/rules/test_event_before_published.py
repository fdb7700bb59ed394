"""What is announced beforehand does not come after its event."""

from __future__ import annotations

from disclosure.catalogue import Kind
from tests.rules.samples import MEETING
from tests.rules.verbs import GOOD, check_clean, check_found


def test_an_event_ahead_is_clean() -> None:
    check_clean(MEETING, kind=Kind.NOTICES)


def test_an_event_that_is_over_is_found() -> None:
    text = MEETING.replace("event_on: 2026-11-01", "event_on: 2026-10-11")

    check_found(text, ["event-before-published:6:event_on"], kind=Kind.NOTICES)


def test_an_event_of_another_trigger_may_be_over() -> None:
    check_clean(GOOD.replace("author:", "event_on: 2026-10-01\nauthor:"))
