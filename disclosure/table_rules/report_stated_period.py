"""report-stated-period: a report is not about 1 January to 31 December of its year (B3)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.annual_reports import META, TABLE, Report, reports_of
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet

CODE = Code(
    "report-stated-period",
    zh="{report}{what}是“{found}”，应为 {expected}",
    en="{report}: {what_en} is {found!r}, expected {expected_en}",
    hint_zh="年度报告统计上一年1月1日至12月31日的数据",
    hint_en="an annual report counts from 1 January to 31 December",
    severity=Severity.WARNING,
)
PERIOD = "period"
DAY = r"(?:(?P<{0}y>\d{{4}})年)?0?(?P<{0}m>\d{{1,2}})月0?(?P<{0}d>\d{{1,2}})日"
STATED = re.compile(rf"自?{DAY.format('from_')}(?:起)?[至到\-—–~]+{DAY.format('to_')}(?:止)?")


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield reports that state another period, and those published for one."""
    for report in reports_of(sheet, known.catalogue):
        year = str(report.year)
        printed, row = report.printed(PERIOD), report.row(META, PERIOD, "value")
        if row and printed and not is_whole_year(printed, year):
            yield problem(
                report, "printed", "写明的统计期", "the stated period", printed,
                f"{year}年1月1日至12月31日", f"1 January to 31 December {year}",
            )  # fmt: skip
        published = sheet.entry.header.text(PERIOD)
        if published and published != year:
            yield problem(
                report, "report_year", "所在数据包的 period", "the package's period", published,
                year, year,
            )  # fmt: skip


def problem(
    report: Report, column: str, what: str, what_en: str, found: str, zh: str, en: str
) -> Problem:
    """Return the problem of a period: at the line that states it, or at the report's first."""
    first = next(iter(report.cells.values()))
    row = report.row(META, PERIOD, "value") if column == "printed" else first
    return report.problem(
        CODE, row or first, column, what=what, what_en=what_en, found=found, expected=zh,
        expected_en=en,
    )  # fmt: skip


def is_whole_year(printed: str, year: str) -> bool:
    """Tell whether a stated period is the whole year; the year may be written once or twice."""
    found = STATED.fullmatch("".join(unicodedata.normalize("NFKC", printed).split()))
    return bool(
        found
        and found["from_y"] == year
        and found["to_y"] in (None, year)
        and (found["from_m"], found["from_d"]) == ("1", "1")
        and (found["to_m"], found["to_d"]) == ("12", "31")
    )
