"""A month of days, a week a row: each day with figure, word, and a bar that is its grade."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from disclosure.charts.columns import percent

WEEK = 7


class Day(Struct, frozen=True):
    """What is told of a day: a figure, a word, and its grade of `of` grades (0 = none)."""

    figure: str
    word: str
    grade: int
    of: int


class Cell(Struct, frozen=True):
    """A day in its place in percent of the drawing; `bar` is in percent of its cell."""

    number: int
    x: str
    y: str
    bar: str
    figure: str
    word: str
    grade: int


class DayChart(Struct, frozen=True):
    """A month; `weeks` is the number of rows, `width` and `height` those of a cell in percent."""

    title: str
    sentence: str
    weeks: int
    width: str
    height: str
    cells: tuple[Cell, ...]
    kind: str = "days"


def day_chart(title: str, sentence: str, month: date, days: Mapping[date, Day]) -> DayChart:
    """Return the month that begins on `month`; a day of which nothing is told has a blank cell."""
    following = (month + timedelta(days=31)).replace(day=1)
    count = (following - month).days
    weeks = (month.weekday() + count + WEEK - 1) // WEEK
    return DayChart(
        title,
        sentence,
        weeks,
        percent(1, WEEK),
        percent(1, weeks),
        tuple(cell_of(number, month, weeks, days) for number in range(1, count + 1)),
    )


def cell_of(number: int, month: date, weeks: int, days: Mapping[date, Day]) -> Cell:
    """Return one day in its place; weeks begin on Monday."""
    week, weekday = divmod(month.weekday() + number - 1, WEEK)
    day = days.get(month.replace(day=number), Day("", "", 0, 1))
    return Cell(
        number=number,
        x=percent(weekday, WEEK),
        y=percent(week, weeks),
        bar=percent(day.grade, day.of),
        figure=day.figure,
        word=day.word,
        grade=day.grade,
    )
