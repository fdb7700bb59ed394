from __future__ import annotations

from tests.rules.verbs import GOOD, check_clean, check_found


def reviewed_on(day: str) -> str:
    return GOOD.replace("date: 2026-10-11, basis", f"date: {day}, basis")


def test_review_on_the_day_of_publication_is_clean() -> None:
    text = reviewed_on("2026-10-12")

    check_clean(text)


def test_review_after_publication_is_found() -> None:
    text = reviewed_on("2026-10-13")

    check_found(text, ["review-after-publication:8:review.date"])


def test_day_that_does_not_exist_is_not_compared() -> None:
    text = reviewed_on("2026-11-31")

    check_found(text, ["date-not-real:8:review.date"])
