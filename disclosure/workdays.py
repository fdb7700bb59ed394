"""Counts working days and calendar limits from the announced holidays, and never guesses a year.

Counting follows 民法典 arts. 201 and 203: the first day does not count, the last day is whole, and
a limit that ends on a rest day moves to the next working day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from disclosure.problem import Code, DisclosureError
from disclosure.rows import Row, read_rows

FILE = "catalogue/workdays.csv"
ROW_WRONG = Code(
    "workdays-row-wrong",
    zh="节假日表第 {line} 行的 {field} 写作“{value}”，应为{expected}",
    en="workdays table line {line}: {field} is {value!r}, expected {expected}",
    hint_zh="date 写 2026-10-01 这样的日期，kind 写 holiday（放假）或 workday（调休上班）",
    hint_en="date is an ISO day, kind is holiday or workday",
)


class Workdays(Struct, frozen=True, dict=True):
    """The working days of every year that has announced data, ascending, without gaps by year."""

    years: frozenset[int]
    days: tuple[date, ...]

    def __hash__(self) -> int:
        """Equal calendars announce the same years; a thousand days are not looked through."""
        return hash(self.years)

    @cached_property
    def whole(self) -> tuple[int, int]:
        """The first and the last day of the announced years, as ordinals, where none is left out.

        Where one is, no day lies between the two.
        """
        years = sorted(self.years)
        if not years or years[-1] - years[0] >= len(years):
            return (1, 0)
        return date(years[0], 1, 1).toordinal(), date(years[-1], 12, 31).toordinal()

    def surrounds(self, day: date, reach: int) -> bool:
        """Tell at a glance that all days up to `reach` around one have announced data."""
        first, last = self.whole
        return first <= day.toordinal() - reach and day.toordinal() + reach <= last

    def covers(self, first: date, last: date) -> bool:
        """Tell whether every year between the two days has announced data."""
        return all(year in self.years for year in range(first.year, last.year + 1))

    def is_workday(self, day: date) -> bool | None:
        """Tell whether `day` is worked; None = its year has no data."""
        if day.year not in self.years:
            return None
        index = bisect_left(self.days, day)
        return index < len(self.days) and self.days[index] == day

    def add_workdays(self, start: date, count: int) -> date | None:
        """Return the `count`-th working day after `start` (negative: before); None = no data."""
        if start.year not in self.years:
            return None
        if count == 0:
            return self.roll(start)
        if count > 0:
            index = bisect_right(self.days, start) + count - 1
        else:
            index = bisect_left(self.days, start) + count
        if not 0 <= index < len(self.days):
            return None
        end = self.days[index]
        return end if self.covers(min(start, end), max(start, end)) else None

    def add_days(self, start: date, count: int) -> date | None:
        """Return the end of a limit of `count` calendar days from `start`, moved off a rest day."""
        return self.roll(start + timedelta(days=count))

    def roll(self, day: date) -> date | None:
        """Return `day`, or the next working day when it is a rest day; None = no data."""
        if day.year not in self.years:
            return None
        index = bisect_left(self.days, day)
        if index == len(self.days):
            return None
        end = self.days[index]
        return end if self.covers(day, end) else None


def load_workdays(standard: Path) -> Workdays:
    """Read `workdays.csv` of the standard; a year counts as announced when it has any row."""
    path = standard / "catalogue" / "workdays.csv"
    return build_workdays(read_rows(path, FILE, ("date", "kind")))


def build_workdays(rows: Iterable[Row]) -> Workdays:
    """Turn announced holidays and make-up days into the list of working days."""
    exceptions: dict[date, bool] = {}
    problems = []
    for row in rows:
        try:
            day = date.fromisoformat(row["date"])
        except ValueError:
            problems.append(
                ROW_WRONG.at(FILE, row.line, "date", value=row["date"], expected="YYYY-MM-DD")
            )
            continue
        if row["kind"] not in ("holiday", "workday"):
            problems.append(
                ROW_WRONG.at(
                    FILE, row.line, "kind", value=row["kind"], expected="holiday / workday"
                )
            )
        exceptions[day] = row["kind"] == "workday"
    if problems:
        raise DisclosureError(*problems)
    years = frozenset(day.year for day in exceptions)
    return Workdays(
        years,
        tuple(
            day
            for year in sorted(years)
            for day in days_of(year)
            if exceptions.get(day, day.weekday() < 5)
        ),
    )


def days_of(year: int) -> Iterable[date]:
    """Yield every day of a year, in order."""
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)
