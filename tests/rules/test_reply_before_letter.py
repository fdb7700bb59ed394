"""A letter is answered after it came in."""

from __future__ import annotations

from disclosure.catalogue import Kind
from tests.rules.samples import LETTER
from tests.rules.verbs import check_clean, check_found


def test_an_answer_on_the_same_day_is_clean() -> None:
    check_clean(
        LETTER.replace("replied_on: 2026-10-09", "replied_on: 2026-09-28"), kind=Kind.LETTERS
    )


def test_an_answer_before_the_letter_is_found() -> None:
    text = LETTER.replace("replied_on: 2026-10-09", "replied_on: 2026-09-27")

    check_found(text, ["reply-before-letter:14:letter.replied_on"], kind=Kind.LETTERS)
