"""What sets itself an end stays as long as it must."""

from __future__ import annotations

from tests.rules.verbs import GOOD, check_clean, check_found, problems_of


def test_an_end_after_the_minimum_is_clean() -> None:
    text = GOOD.replace("author:", "notice: {from: 2026-10-12, to: 2026-10-27}\nauthor:")

    check_clean(text)


def test_an_end_before_the_minimum_is_found() -> None:
    text = GOOD.replace("author:", "notice: {from: 2026-10-12, to: 2026-10-26}\nauthor:")

    check_found(text, ["retention-not-met:7:notice.to"])


def test_the_minimum_is_counted_from_publication() -> None:
    text = GOOD.replace("author:", "notice: {from: 2026-10-10, to: 2026-10-26}\nauthor:")

    codes = {problem.code for problem in problems_of(text)}

    assert "retention-not-met" in codes
