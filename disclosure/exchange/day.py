"""Reads a day as accountants write it: 2026.9.1, 9月1日, Excel's serial numbers."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from disclosure.exchange.change import Cast, DoubtError
from disclosure.exchange.plain import exact, narrow
from disclosure.period import Period, Rhythm
from disclosure.workbook import Value

SEPARATOR = r"\s*[-./年月、]\s*"
FULL = re.compile(rf"(20[0-9]{{2}}){SEPARATOR}([0-9]{{1,2}}){SEPARATOR}([0-9]{{1,2}})\s*[日号]?")
TIME = re.compile(r"[ T]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$")
SHORT = re.compile(rf"([0-9]{{2}}){SEPARATOR}([0-9]{{1,2}}){SEPARATOR}([0-9]{{1,2}})\s*[日号]?")
DIGITS = re.compile(r"(20[0-9]{2})([01][0-9])([0-3][0-9])")
MONTH_DAY = re.compile(r"([0-9]{1,2})\s*[-./月]\s*([0-9]{1,2})\s*[日号]?")
DAY_ONLY = re.compile(r"([0-9]{1,2})\s*[日号]")
EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
SERIALS = range(25_000, 75_000)  # 1968 to 2105: numbers that may be days of our time


def read_day(value: Value, period: Period | None, from_1904: bool = False) -> Cast:
    """Return a day in ISO form; what names no year is in the year of the period."""
    match value:
        case datetime():
            moved = "去掉钟点" if value.time().isoformat() != "00:00:00" else ""
            return Cast(value.date().isoformat(), moved)
        case date():
            return Cast(value.isoformat())
        case bool():
            raise DoubtError("不是日期", "it is no day")
        case int() | float():
            return Cast(*from_number(float(value), period, from_1904))
        case str():
            return Cast(*from_text(narrow(value), period, from_1904))
        case _:
            raise DoubtError("不是日期", "it is no day")


def from_number(number: float, period: Period | None, from_1904: bool) -> tuple[str, str]:
    """Return the day of a number: a serial, eight digits, or 9.12 typed for 9月12日."""
    if number.is_integer():
        whole = int(number)
        if whole in SERIALS:
            epoch = EPOCH_1904 if from_1904 else EPOCH
            return (epoch + timedelta(days=whole)).isoformat(), "日期序列号换成日期"
        if DIGITS.fullmatch(str(whole)):
            return from_text(str(whole), period, from_1904)
        raise DoubtError("不是日期", "it is no day")
    text = f"{exact(number):f}"
    month, _, day = text.partition(".")
    if day in ("1", "2", "3"):
        raise DoubtError(
            f"是数字，分不清是{month}月{day}日还是{month}月{day}0日，请把单元格设成文本后重写",
            "a number that may mean the first or the tenth",
        )
    return from_text(text, period, from_1904)


def from_text(text: str, period: Period | None, from_1904: bool) -> tuple[str, str]:
    """Return the day a text says, and how it was understood."""
    text = TIME.sub("", text)
    if found := FULL.fullmatch(text) or DIGITS.fullmatch(text):
        day = real(int(found[1]), int(found[2]), int(found[3]))
        return day.isoformat(), "" if text == day.isoformat() else "日期统一写法"
    if text.isdecimal() and text.isascii() and int(text) in SERIALS:
        return from_number(float(text), period, from_1904)
    if found := SHORT.fullmatch(text):
        if period is None or int(found[1]) != period.first.year % 100:
            raise DoubtError("年份只写了两位，分不清", "a year of two digits")
        day = real(period.first.year, int(found[2]), int(found[3]))
        return day.isoformat(), "日期统一写法，补全年份"
    if found := MONTH_DAY.fullmatch(text):
        return without_year(int(found[1]), int(found[2]), period).isoformat(), "按期间补上年份"
    found = DAY_ONLY.fullmatch(text)
    if found and period and period.rhythm is Rhythm.MONTHLY:
        day = real(period.first.year, period.first.month, int(found[1]))
        return day.isoformat(), "按期间补上年月"
    raise DoubtError("看不出是哪一天", "it names no day")


def without_year(month: int, day: int, period: Period | None) -> date:
    """Return a day of the period's year; one before the period might be of the next year."""
    if period is None:
        raise DoubtError("没有写年份，也没有用 --period 写明期间", "it names no year")
    found = real(period.first.year, month, day)
    if found < period.first:
        raise DoubtError(
            f"没有写年份，又早于期间，分不清是 {period.first.year} 年还是下一年",
            "it names no year and lies before the period",
        )
    return found


def real(year: int, month: int, day: int) -> date:
    """Return a day that exists."""
    try:
        return date(year, month, day)
    except ValueError:
        raise DoubtError(f"没有 {year}年{month}月{day}日 这一天", "no such day") from None
