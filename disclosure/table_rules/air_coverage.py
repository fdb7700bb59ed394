"""air-coverage: a station has a day without a row, or a missing day with figures. Design.

A day without measurements is a row 缺测 whose values are blank, never 0.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import day, text

CODE = Code(
    "air-coverage",
    zh="{station}的监测记录不完整：{reason_zh}",
    en="the records of {station} are incomplete: {reason_en}",
    hint_zh="每个站点每天一行；没有监测结果的一天也列一行，数据状态写“缺测”，数值留空，不填零",
    hint_en="one row a station and day; a day without results is a row 缺测 with blank values",
)
TABLE, MISSING, MEASURED = "air_daily", "缺测", ("aqi", "pm25", "pm10", "so2", "no2", "co", "o3_8h")
ONE_DAY = timedelta(days=1)


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield gaps between the days of a station, values of missing days, and days without any."""
    stations: dict[str, dict[date, Line]] = defaultdict(dict)
    for line in books.lines(TABLE):
        on = day(line[1], "obs_date")
        if on:
            stations[text(line[1], "station_code")].setdefault(on, line)
        yield from of_row(line)
    for days in stations.values():
        last: date | None = None
        for on, line in sorted(days.items(), key=first):
            if last and on - last > ONE_DAY:
                begins, ends = last + ONE_DAY, on - ONE_DAY
                gap = f"{begins}" if begins == ends else f"{begins} 至 {ends}"
                yield problem(line, "obs_date", f"缺 {gap}", f"nothing for {begins} to {ends}")
            last = on


def of_row(line: Line) -> Iterator[Problem]:
    """Yield what a row says against its own status."""
    row = line[1]
    on = row.cells["obs_date"]
    if text(row, "data_status") != MISSING:
        if row.cells.get("aqi") is None:
            yield problem(line, "aqi", f"{on} 没有 AQI，数据状态应为“缺测”", f"{on} has no AQI")
        return
    for column in MEASURED:
        value = row.cells.get(column)
        if value is not None:
            title = line[0].title(column)
            zh = f"{on} 数据状态是“缺测”，{title}却填了 {value}"
            yield problem(line, column, zh, f"{on} is missing and has a value")


def problem(line: Line, column: str, zh: str, en: str) -> Problem:
    """Return the problem of one row."""
    sheet, row = line
    return sheet.problem(
        CODE,
        row,
        column,
        row.cells.get(column),
        station=row.cells["station_name"],
        reason_zh=zh,
        reason_en=en,
    )


def first(item: tuple[date, Line]) -> date:
    """Return the day of a row."""
    return item[0]
