"""Reads a month, a quarter or a year as people write it: 2026年9月, 三季度, 2026年上半年."""

from __future__ import annotations

import re
from datetime import date, datetime

from disclosure.exchange.change import Cast, DoubtError
from disclosure.exchange.plain import narrow, plain
from disclosure.period import Period, parse_period
from disclosure.workbook import Value

YEAR = r"(?:(20[0-9]{2})\s*[年.\-/]?\s*(?:度)?\s*)?"
MONTH = re.compile(YEAR + r"(1[0-2]|0?[1-9])\s*月?(?:份)?")
QUARTER = re.compile(YEAR + r"(?:第?\s*([一二三四1-4])\s*季度?|[Qq]([1-4]))")
HALF = re.compile(YEAR + r"([上下])半年")
WHOLE_YEAR = re.compile(r"(20[0-9]{2})\s*年度?")
NUMERALS = "一二三四"


def read_stretch(value: Value, period: Period | None) -> Cast:
    """Return a period as it is written in tables; the year may be that of the import's period."""
    if isinstance(value, datetime | date):
        # Excel turns 2026-09 into the first day of that month.
        if value.day != 1:
            raise DoubtError("是一天，不是期间", "a day, no period")
        return Cast(f"{value.year}-{value.month:02}", "Excel 存成的日期还原为月份")
    given = plain(value)
    text = narrow(given)
    if parse_period(text):
        return Cast(text, "" if text == given else "去掉空格，统一成半角")
    year = str(period.first.year) if period else ""
    found = stretch_of(text, year)
    if not found or not parse_period(found):
        raise DoubtError("看不出是哪个期间", "it names no period")
    return Cast(found, "期间统一写法")


def stretch_of(text: str, year: str) -> str:
    """Return the period some words name, "" where they name none."""
    if found := WHOLE_YEAR.fullmatch(text):
        return found[1]
    if found := QUARTER.fullmatch(text):
        number = found[2] or found[3]
        quarter = NUMERALS.index(number) + 1 if number in NUMERALS else int(number)
        return f"{found[1] or year}-Q{quarter}"
    if found := HALF.fullmatch(text):
        return f"{found[1] or year}-H{'上下'.index(found[2]) + 1}"
    if found := MONTH.fullmatch(text):
        return f"{found[1] or year}-{int(found[2]):02}"
    return ""
