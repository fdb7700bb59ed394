"""A month of days: every day in the column of its weekday."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure.charts import Day, day_chart


@pytest.mark.parametrize(
    ("month", "weeks"),
    [(date(2026, 10, 1), 5), (date(2027, 2, 1), 4), (date(2026, 8, 1), 6), (date(2024, 2, 1), 5)],
)
def test_a_month_has_as_many_weeks_as_it_needs(month: date, weeks: int) -> None:
    assert day_chart("月", "", month, {}).weeks == weeks


def test_days_stand_under_their_weekday() -> None:
    chart = day_chart("月", "", date(2026, 10, 1), {})  # a Thursday

    assert len(chart.cells) == 31
    first, fifth = chart.cells[0], chart.cells[4]
    assert (first.x, first.y) == ("42.85%", "0.00%")
    assert (fifth.number, fifth.x, fifth.y) == (5, "0.00%", "20.00%")


def test_a_day_has_its_figure_and_its_grade() -> None:
    chart = day_chart("月", "", date(2026, 10, 1), {date(2026, 10, 2): Day("60", "良", 2, 6)})

    told, blank = chart.cells[1], chart.cells[2]
    assert (told.figure, told.word, told.grade, told.bar) == ("60", "良", 2, "33.33%")
    assert (blank.figure, blank.grade) == ("", 0)
