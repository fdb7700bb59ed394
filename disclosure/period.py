"""The period a publication stands for: a day, a week, a month, a quarter, a half-year or a year."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

from msgspec import Struct

FORM = re.compile(
    r"(?P<year>(?:19|20)\d{2})"
    r"(?:-(?:(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?"
    r"|W(?P<week>[0-5]\d)|Q(?P<quarter>[1-4])|H(?P<half>[12])))?",
    re.ASCII,
)


class Rhythm(Enum):
    """How often a duty recurs (catalogue column `period`)."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"

    __hash__ = object.__hash__  # a member is itself: thousands of look-ups need no more

    @property
    def zh(self) -> str:
        return RHYTHM_ZH[self]


RHYTHM_ZH = {
    Rhythm.DAILY: "每日",
    Rhythm.WEEKLY: "每周",
    Rhythm.MONTHLY: "每月",
    Rhythm.QUARTERLY: "每季度",
    Rhythm.HALF_YEARLY: "每半年",
    Rhythm.YEARLY: "每年",
}
MONTHS = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3, Rhythm.HALF_YEARLY: 6, Rhythm.YEARLY: 12}


class Period(Struct, frozen=True, order=True):
    """A stretch of whole days, both ends included."""

    first: date
    last: date
    rhythm: Rhythm

    def __str__(self) -> str:
        """The text as written in front matter: `2026-09`, `2026-Q3`, `2026-W39` ..."""
        year, month = self.first.year, self.first.month
        match self.rhythm:
            case Rhythm.DAILY:
                return self.first.isoformat()
            case Rhythm.WEEKLY:
                week = self.first.isocalendar()
                return f"{week.year}-W{week.week:02}"
            case Rhythm.MONTHLY:
                return f"{year}-{month:02}"
            case Rhythm.QUARTERLY:
                return f"{year}-Q{(month + 2) // 3}"
            case Rhythm.HALF_YEARLY:
                return f"{year}-H{(month + 5) // 6}"
            case Rhythm.YEARLY:
                return str(year)

    @property
    def zh(self) -> str:
        """The period in words: 2026年9月，2026年第三季度 ..."""
        year, month = self.first.year, self.first.month
        match self.rhythm:
            case Rhythm.DAILY:
                return f"{year}年{month}月{self.first.day}日"
            case Rhythm.WEEKLY:
                week = self.first.isocalendar()
                return f"{week.year}年第{week.week}周"
            case Rhythm.MONTHLY:
                return f"{year}年{month}月"
            case Rhythm.QUARTERLY:
                return f"{year}年第{'一二三四'[(month - 1) // 3]}季度"
            case Rhythm.HALF_YEARLY:
                return f"{year}年{'上下'[month > 6]}半年"
            case Rhythm.YEARLY:
                return f"{year}年"

    def following(self) -> Period:
        """Return the next period of the same rhythm."""
        return period_of(self.last + timedelta(days=1), self.rhythm)


def period_of(day: date, rhythm: Rhythm) -> Period:
    """Return the period of this rhythm that holds `day`; weeks begin on Monday (ISO 8601)."""
    if rhythm is Rhythm.DAILY:
        return Period(day, day, rhythm)
    if rhythm is Rhythm.WEEKLY:
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + timedelta(days=6), rhythm)
    length = MONTHS[rhythm]
    month = (day.month - 1) // length * length + 1
    beyond = month + length
    after = date(day.year + (beyond > 12), (beyond - 1) % 12 + 1, 1)
    return Period(date(day.year, month, 1), after - timedelta(days=1), rhythm)


@lru_cache(maxsize=1024)
def parse_period(text: str) -> Period | None:
    """Return the period `text` names (`2026-09-01`, `2026-W39`, `2026-09`, `2026-Q3`, `2026-H1`,
    `2026`), or None where it names none."""
    form = FORM.fullmatch(text)
    if form is None:
        return None
    year = int(form["year"])
    try:
        if form["day"]:
            return period_of(date(year, int(form["month"]), int(form["day"])), Rhythm.DAILY)
        if form["week"]:
            return period_of(date.fromisocalendar(year, int(form["week"]), 1), Rhythm.WEEKLY)
    except ValueError:
        return None
    if form["month"]:
        return period_of(date(year, int(form["month"]), 1), Rhythm.MONTHLY)
    if form["quarter"]:
        return period_of(date(year, int(form["quarter"]) * 3, 1), Rhythm.QUARTERLY)
    if form["half"]:
        return period_of(date(year, int(form["half"]) * 6, 1), Rhythm.HALF_YEARLY)
    return period_of(date(year, 1, 1), Rhythm.YEARLY)


def period_zh(text: str) -> str:
    """Return a period as a table has it in words; what is no period stays as it is."""
    period = parse_period(text)
    return period.zh if period else text
