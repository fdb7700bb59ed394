"""duty-coverage: a day of the published period has nobody on duty. Design.

A week's roster covers its week, a month's its month. That a shift stands once is its primary key.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, day

CODE = Code(
    "duty-coverage",
    zh="{period}的值班表缺 {value}，没有值班记录",
    en="nobody is on duty from {first} to {last}",
    hint_zh="公开的期间内每天至少有一行值班记录，请补上",
    hint_en="add a row for each day of the period",
)
ONE_DAY = timedelta(days=1)


@sheet_rule(CODE, "duty_roster")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield the days of the period that nobody covers."""
    days = {day(row, "duty_date") for row in sheet.rows}
    period, rows = sheet.entry.period, sheet.rows
    if period is None or not rows or sheet.entry.is_nil:
        return
    missing = [on for on in each_day(period.first, period.last) if on not in days]
    for begins, ends in stretches(missing):
        gap = f"{begins}" if begins == ends else f"{begins} 至 {ends}"
        row = next((one for one in rows if (day(one, "duty_date") or ends) > ends), rows[-1])
        yield sheet.problem(CODE, row, "duty_date", gap, period=period.zh, first=begins, last=ends)


def each_day(first: date, last: date) -> Iterator[date]:
    """Yield the days from one to another, both included."""
    for step in range((last - first).days + 1):
        yield first + timedelta(days=step)


def stretches(days: list[date]) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each run of days, which are ascending."""
    first: date | None = None
    last: date | None = None
    for on in days:
        if first is None or last is None or on - last > ONE_DAY:
            if first and last:
                yield first, last
            first = on
        last = on
    if first and last:
        yield first, last
