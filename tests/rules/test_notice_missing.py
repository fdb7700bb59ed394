"""A public notice says from when until when it runs."""

from __future__ import annotations

from disclosure.catalogue import Kind
from tests.rules.samples import DRAIN, MEETING
from tests.rules.verbs import check_clean, check_found, problems_of

NOTICE = "notice: {from: 2026-10-12, to: 2026-10-27, objections: 向村务监督委员会反映}\n"


def test_a_notice_with_its_dates_is_clean() -> None:
    check_clean(MEETING, kind=Kind.NOTICES)


def test_a_notice_without_its_dates_is_found() -> None:
    check_found(MEETING.replace(NOTICE, ""), ["notice-missing:3:notice"], kind=Kind.NOTICES)


def test_dates_that_are_a_missing_element_are_reported_once() -> None:
    text = DRAIN.replace(NOTICE, "")

    found = problems_of(text, kind=Kind.NOTICES)

    assert [(problem.code, problem.field) for problem in found] == [
        ("element-missing", "征集期限起止")
    ]


def test_dates_given_only_as_text_do_not_replace_the_block() -> None:
    text = DRAIN.replace(NOTICE, "").replace(
        "  征集方式:", "  征集期限起止: 十月十二日至二十七日\n  征集方式:"
    )

    check_found(text, ["notice-missing:3:notice"], kind=Kind.NOTICES)
