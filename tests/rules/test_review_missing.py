from __future__ import annotations

from disclosure.catalogue import Kind
from tests.rules.verbs import GOOD, check_clean, check_found

REVIEW = "review: {by: 甲村村务监督委员会, date: 2026-10-11, basis: 《政府信息公开条例》第十七条}\n"


def test_reviewed_entry_is_clean() -> None:
    text = GOOD

    check_clean(text)


def test_entry_without_review_is_found() -> None:
    text = GOOD.replace(REVIEW, "")

    check_found(text, ["review-missing:1:review"])


def test_blank_review_is_found_on_its_line() -> None:
    text = GOOD.replace(REVIEW, "review:\n")

    check_found(text, ["review-missing:8:review"])


def test_page_needs_a_review_too() -> None:
    text = "---\ntitle: 关于本站\ndate: 2026-10-12 09:00\npublisher: 甲村村民委员会\n---\n说明。\n"

    check_found(text, ["review-missing:1:review"], kind=Kind.PAGES)


def test_half_a_review_is_the_matter_of_another_rule() -> None:
    text = GOOD.replace("by: 甲村村务监督委员会, ", "")

    check_found(text, ["key-missing:8:review.by"])
