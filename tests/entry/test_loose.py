from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from disclosure.entry.cast import read_day, read_moment
from disclosure.entry.loose import read_loose_day, read_loose_period, read_numeral
from disclosure.period import parse_period
from tests.strategies import DAYS, PERIODS

NUMERALS = "〇一二三四五六七八九"


def numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (
        ("" if tens < 2 else NUMERALS[tens])
        + ("十" if tens else "")
        + (NUMERALS[ones] if ones else "")
    )


@given(DAYS)
def test_every_way_to_write_a_day_gives_that_day(day: date) -> None:
    ways = [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}.{day.month:02}.{day.day:02}",
        f"{day:%Y%m%d}" if day.year >= 1900 else day.isoformat(),
        "".join(NUMERALS[int(sign)] for sign in str(day.year))
        + f"年{numeral(day.month)}月{numeral(day.day)}日",
    ]

    days = {found.day_text for way in ways if (found := read_loose_day(way))}

    assert {day.isoformat()} == days or not 1900 <= day.year <= 2099


@given(PERIODS)
def test_period_in_words_is_understood(period: object) -> None:
    words = period.zh  # type: ignore[attr-defined]

    text = read_loose_period(words)

    assert parse_period(text or "") == period


@given(DAYS)
def test_agreed_form_of_a_day_is_read(day: date) -> None:
    assert read_day(day.isoformat()) == day
    assert read_moment(f"{day.isoformat()} 09:00") is not None


@pytest.mark.parametrize(
    ("text", "number"),
    [("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("一二", None), ("", None)],
)
def test_numerals(text: str, number: int | None) -> None:
    assert read_numeral(text) == number


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-03", "甲乙丙", "2026-03-05 左右", "2026年3月5日至8日"]
)
def test_what_is_no_day(text: str) -> None:
    assert read_loose_day(text) is None
