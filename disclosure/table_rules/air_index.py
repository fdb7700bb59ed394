"""air-index: the AQI of a day is not the greatest of its individual indices.

HJ 633, edition to be confirmed: so the indices are taken as published (`iaqi_*`), not worked out of
the concentrations. They are rounded up, and one more or less may pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, count, counts

CODE = Code(
    "air-index",
    zh="{title}是 {value}，六项分指数中最大的是 {greatest}",
    en="the AQI is {value}, the greatest individual index is {greatest}",
    hint_zh="请与监测机构公布的数值核对",
    hint_en="check the figures of the monitoring station",
    severity=Severity.WARNING,
)
TABLE = "air_daily"
INDICES = ("iaqi_pm25", "iaqi_pm10", "iaqi_so2", "iaqi_no2", "iaqi_co", "iaqi_o3_8h")
TOLERANCE = 1


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every day whose six indices are given and lead to another AQI."""
    for row in sheet.rows:
        aqi, indices = count(row, "aqi"), counts(row, *INDICES)
        if aqi is not None and indices and abs(aqi - max(indices)) > TOLERANCE:
            yield sheet.problem(CODE, row, "aqi", aqi, greatest=max(indices))
