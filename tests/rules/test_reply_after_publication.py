"""A reply is signed before it is published."""

from __future__ import annotations

from disclosure.catalogue import Kind
from tests.rules.samples import LETTER
from tests.rules.verbs import check_clean, check_found


def test_a_reply_signed_on_the_day_of_publication_is_clean() -> None:
    check_clean(
        LETTER.replace("replied_on: 2026-10-09", "replied_on: 2026-10-12"), kind=Kind.LETTERS
    )


def test_a_reply_published_before_it_was_signed_is_found() -> None:
    text = LETTER.replace("replied_on: 2026-10-09", "replied_on: 2026-10-13")

    check_found(text, ["reply-after-publication:14:letter.replied_on"], kind=Kind.LETTERS)
