"""air-grade: the grade of a day's air is not that of its index (HJ 633; edition to be confirmed).

Up to 50 no pollutant is the primary one; above it one is. The limits are figures of the standard.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.dataset.values import Row
from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, count, text

CODE = Code(
    "air-grade",
    zh="AQI 是 {aqi}，{title}是 {value}，{expected}",
    en="AQI {aqi}: {field} is {value!r}, {expected_en}",
    hint_zh="请按 AQI 改正级别；AQI 不超过 50 时不填首要污染物，超过 50 时须填写",
    hint_en="grade follows AQI; the primary pollutant is given above 50 only",
    severity=Severity.WARNING,
)
# Each grade with the figure that is its highest index; the last has none.
GRADES = (
    ("优", "air-excellent-maximum"),
    ("良", "air-good-maximum"),
    ("轻度污染", "air-light-maximum"),
    ("中度污染", "air-moderate-maximum"),
    ("重度污染", "air-heavy-maximum"),
)
WORST = "严重污染"


@sheet_rule(CODE, "air_daily")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every grade and every primary pollutant that does not go with the index."""
    bounds = [(grade, known.catalogue.figure(name).number) for grade, name in GRADES]
    clean = known.catalogue.figure(GRADES[0][1]).number
    for row in sheet.rows:
        aqi = count(row, "aqi")
        if aqi is None:
            continue
        grade = text(row, "grade")
        expected = next((name for name, most in bounds if aqi <= most), WORST)
        if grade != expected:
            zh = f"应为“{expected}”"
            yield problem(sheet, row, "grade", aqi, zh, f"expected {expected!r}")
        pollutant = text(row, "primary_pollutant")
        if pollutant and aqi <= clean:
            yield problem(sheet, row, "primary_pollutant", aqi, "应留空", "none is primary")
        elif not pollutant and aqi > clean:
            yield problem(sheet, row, "primary_pollutant", aqi, "应填写", "one is primary")


def problem(sheet: Sheet, row: Row, column: str, aqi: int, zh: str, en: str) -> Problem:
    """Return the problem of one cell."""
    value = row.cells.get(column)
    return sheet.problem(CODE, row, column, value, aqi=aqi, expected=zh, expected_en=en)
