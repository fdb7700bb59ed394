"""Days and limits as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from disclosure.catalogue import Basis


def day_zh(day: date) -> str:
    """Return a day in words: 2026年10月9日."""
    return f"{day.year}年{day.month}月{day.day}日"


def length_zh(days: int, basis: Basis) -> str:
    """Return a length in words: 20个工作日, 15日."""
    return f"{days}{basis.zh}"


def length_en(days: int, basis: Basis) -> str:
    """Return a length in words: `20 working days`, `1 day`."""
    unit = "working day" if basis is Basis.WORKING else "day"
    return f"{days} {unit}{'s' * (days != 1)}"


def skipped_zh(days: Sequence[date]) -> str:
    """Return the days that did not count in words, "" where there are none."""
    if not days:
        return ""
    runs: list[list[date]] = []
    for day in days:
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return "、".join(
        f"{run[0].month}月{run[0].day}日"
        + (f"至{run[-1].month}月{run[-1].day}日" if len(run) > 1 else "")
        for run in runs
    )
