"""A notice is put up before it ends."""

from __future__ import annotations

from disclosure.catalogue import Kind
from tests.rules.samples import DRAIN
from tests.rules.verbs import check_found


def test_a_notice_put_up_on_its_last_day_only_began_too_early() -> None:
    text = DRAIN.replace("2026-10-12 09:00", "2026-10-27 09:00")

    check_found(text, ["notice-before-published:9:notice.from"], kind=Kind.NOTICES)


def test_a_notice_put_up_after_its_end_is_found() -> None:
    text = DRAIN.replace("2026-10-12 09:00", "2026-10-28 09:00")

    check_found(text, ["notice-ended-before-published:9:notice.to"], kind=Kind.NOTICES)


def test_a_reversed_notice_is_only_that() -> None:
    text = DRAIN.replace("to: 2026-10-27", "to: 2026-10-09")

    check_found(text, ["notice-reversed:9:notice.to"], kind=Kind.NOTICES)
