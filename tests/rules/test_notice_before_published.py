"""A notice is counted from a day on which it could be read."""

from __future__ import annotations

from disclosure.catalogue import Kind
from disclosure.problem import Severity
from tests.rules.samples import DRAIN
from tests.rules.verbs import check_clean, problems_of


def test_a_notice_that_begins_on_the_day_of_publication_is_clean() -> None:
    check_clean(DRAIN, kind=Kind.NOTICES)


def test_a_notice_may_begin_later() -> None:
    text = DRAIN.replace("from: 2026-10-12, to: 2026-10-27", "from: 2026-10-13, to: 2026-10-28")

    check_clean(text, kind=Kind.NOTICES)


def test_a_notice_that_began_before_warns() -> None:
    text = DRAIN.replace("2026-10-12 09:00", "2026-10-14 09:00")

    (problem,) = problems_of(text, kind=Kind.NOTICES)

    assert (problem.code, problem.line, problem.severity) == (
        "notice-before-published",
        9,
        Severity.WARNING,
    )
    assert "网上公示少了 2 日" in problem.message_zh


def test_a_draft_may_be_counted_from_an_earlier_day() -> None:
    text = DRAIN.replace("2026-10-12 09:00", "2026-10-14 09:00")

    check_clean(text.replace("author:", "draft: true\nauthor:"), kind=Kind.NOTICES)
