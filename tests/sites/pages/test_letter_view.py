"""How long a reply took: working days by the announced holidays, calendar days beside them."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.sites.pages.letter_view import count_workdays, took_zh
from disclosure.workdays import load_workdays

WORKDAYS = load_workdays(PRODUCT)


@pytest.mark.parametrize(
    ("received", "replied", "words"),
    [
        ("2026-09-21", "2026-09-24", "3 个工作日（3 天）"),
        ("2026-09-18", "2026-09-21", "2 个工作日（3 天）"),  # Sunday the 20th is worked
        ("2026-09-30", "2026-10-08", "1 个工作日（8 天）"),  # the national holiday between them
        ("2026-09-21", "2026-09-21", "当天答复"),
        ("2026-09-22", "2026-09-21", ""),
        ("2031-03-03", "2031-03-07", "4 天"),  # nobody has announced that year's holidays
    ],
)
def test_days_a_reply_took(received: str, replied: str, words: str) -> None:
    assert took_zh(date.fromisoformat(received), date.fromisoformat(replied), WORKDAYS) == words


def test_first_day_does_not_count_and_the_last_does() -> None:
    friday, monday = date(2026, 11, 13), date(2026, 11, 16)

    assert count_workdays(friday, monday, WORKDAYS) == 1
    assert count_workdays(friday, date(2026, 11, 15), WORKDAYS) == 0
