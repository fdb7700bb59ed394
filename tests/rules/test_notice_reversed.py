"""A notice ends after it begins."""

from __future__ import annotations

from disclosure.catalogue import Kind
from tests.rules.samples import DRAIN
from tests.rules.verbs import check_clean, check_found


def test_a_notice_that_ends_after_it_begins_is_clean() -> None:
    check_clean(DRAIN, kind=Kind.NOTICES)


def test_a_notice_that_ends_before_it_begins_is_found_and_nothing_else() -> None:
    text = DRAIN.replace("to: 2026-10-27", "to: 2026-10-11")

    check_found(text, ["notice-reversed:9:notice.to"], kind=Kind.NOTICES)


def test_a_wrong_year_is_found() -> None:
    text = DRAIN.replace("to: 2026-10-27", "to: 2025-10-27")

    check_found(text, ["notice-reversed:9:notice.to"], kind=Kind.NOTICES)
