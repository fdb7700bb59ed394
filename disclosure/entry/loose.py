"""Reads the days, times and periods people really type: `2026年3月5日`, `2026/3/5`, `20260305`.

What can be meant in one way only is understood; everything else is None, never a guess.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange

from msgspec import Struct

QUOTES = "“”‘’「」『』\"'"
NUMERAL = "0〇零○一二三四五六七八九十"
DIGIT_BY_NUMERAL = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")}
DIGIT_BY_NUMERAL |= dict.fromkeys("零○0", "0")
DAY = re.compile(
    r"(?P<year>\d{4})\s*(?:年|[-/.。])\s*(?P<month>\d{1,2})\s*(?:月|[-/.。])\s*(?P<day>\d{1,2})\s*[日号]?",
    re.ASCII,
)
COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})日?", re.ASCII)
NUMERAL_DAY = re.compile(
    rf"(?P<year>[{NUMERAL[:-1]}]{{4}})年(?P<month>[{NUMERAL[4:]}]{{1,2}})月(?P<day>[{NUMERAL[4:]}]{{1,3}})[日号]"
)
TIME = re.compile(
    r"[\sT]*(?P<half>上午|下午|早上|晚上)?\s*(?P<hour>\d{1,2})\s*(?::|时|点)\s*"
    r"(?:(?P<minute>\d{1,2})\s*分?(?::\d{2}(?:\.\d+)?)?)?(?:\+08:?00)?",
    re.ASCII,
)
MONTH = re.compile(r"(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*月?(?:份|度)?", re.ASCII)
QUARTER = re.compile(r"(\d{4})\s*(?:年度?|[-/.])?\s*(?:第?\s*([1-4一二三四])\s*季度?|[Qq]([1-4]))")
HALF = re.compile(r"(\d{4})\s*(?:年度?|[-/.])?\s*(?:([上下])半年|[Hh]([12]))")
WEEK = re.compile(r"(\d{4})\s*(?:年|[-/.])?\s*(?:第\s*(\d{1,2})\s*周|[Ww](\d{1,2}))", re.ASCII)
YEAR = re.compile(r"(\d{4})\s*(?:年度?|度)", re.ASCII)


class LooseDay(Struct, frozen=True):
    """A day as typed, which need not exist; `time` is None where there was none."""

    year: int
    month: int
    day: int
    time: tuple[int, int] | None = None

    @property
    def is_real(self) -> bool:
        """Tell whether the calendar has this day and the clock this time."""
        if not 1 <= self.month <= 12 or not 1900 <= self.year <= 2199:
            return False
        if not 1 <= self.day <= monthrange(self.year, self.month)[1]:
            return False
        return self.time is None or (self.time[0] <= 23 and self.time[1] <= 59)

    @property
    def day_text(self) -> str:
        return f"{self.year}-{self.month:02}-{self.day:02}"

    @property
    def moment_text(self) -> str:
        """The moment as front matter wants it; only the day where no time was typed."""
        if self.time is None:
            return self.day_text
        return f"{self.day_text} {self.time[0]:02}:{self.time[1]:02}"


def read_loose_day(text: str) -> LooseDay | None:
    """Return the day, perhaps with a time, that `text` writes in some usual way, or None."""
    plain = plain_of(text)
    for form in (DAY, COMPACT):
        found = form.match(plain)
        if found:
            year, month, day = (int(found[name]) for name in ("year", "month", "day"))
            return with_time(LooseDay(year, month, day), plain[found.end() :])
    found = NUMERAL_DAY.match(plain)
    if found is None:
        return None
    month_number, day_number = read_numeral(found["month"]), read_numeral(found["day"])
    if month_number is None or day_number is None:
        return None
    year = int("".join(DIGIT_BY_NUMERAL[sign] for sign in found["year"]))
    return with_time(LooseDay(year, month_number, day_number), plain[found.end() :])


def with_time(day: LooseDay, rest: str) -> LooseDay | None:
    """Return the day with the time that follows it; None where something else follows."""
    if not rest.strip():
        return day
    found = TIME.fullmatch(rest.rstrip())
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"] in ("上午", "早上") and hour >= 12:
        return None  # 上午12时 is noon to some and midnight to others
    if found["half"] in ("下午", "晚上"):
        if hour == 12 and found["half"] == "晚上":
            return None
        hour += 12 if hour < 12 else 0
    return LooseDay(day.year, day.month, day.day, (hour, minute))


def read_loose_period(text: str) -> str | None:
    """Return the period as front matter wants it (`2026-Q3`), or None where the text names none."""
    plain = plain_of(text)
    if found := QUARTER.fullmatch(plain):
        number = found[3] or found[2]
        return f"{found[1]}-Q{'一二三四'.find(number) + 1 or number}"
    if found := HALF.fullmatch(plain):
        number = found[3] or {"上": "1", "下": "2"}[found[2]]
        return f"{found[1]}-H{number}"
    if found := WEEK.fullmatch(plain):
        return f"{found[1]}-W{int(found[2] or found[3]):02}"
    if found := MONTH.fullmatch(plain):
        return f"{found[1]}-{int(found[2]):02}"
    if found := YEAR.fullmatch(plain):
        return found[1]
    day = read_loose_day(text)
    if day and day.is_real and day.time is None:
        return day.day_text
    return plain


def read_numeral(text: str) -> int | None:
    """Return a number up to 99 written in Chinese numerals, such as 十, 二十 and 三十一."""
    tens, ten, ones = text.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or (not ten and len(text) != 1):
        return None
    digits = (DIGIT_BY_NUMERAL.get(tens or "一"), DIGIT_BY_NUMERAL.get(ones or "〇"))
    if None in digits:
        return None
    return (int(digits[0] or 0) if ten else 0) * 10 + int(digits[1] or 0)


def plain_of(text: str) -> str:
    """Return `text` with half-width digits and signs, without the quotes Word puts round it."""
    return unicodedata.normalize("NFKC", text).strip().strip(QUOTES).strip()
