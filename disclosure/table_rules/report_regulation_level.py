"""report-regulation-level: 规章 is not 0 for a body below a city with districts (W1).

Only a city with districts and above makes 规章.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.division import Level
from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.annual_reports import OLD_T1, T1, TABLE, reports_of
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount

CODE = Code(
    "report-regulation-level",
    zh="{report}表一“规章”的{kind}是 {value}，{level}机关不能制定规章",
    en="{report}, table 1: regulations, {kind_en} is {value}; a {level_en} body makes none",
    hint_zh="规章各栏应为0；行政规范性文件填在下一行",
    hint_en="write 0; other normative documents belong to the next row",
    severity=Severity.WARNING,
)
ROW = "a1.reg"


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every cell of that row which is not 0, for reports from below the city."""
    for report in reports_of(sheet, known.catalogue):
        division = known.register.get(report.division)
        if division is None or division.level is Level.CITY:
            continue
        for (part, code, column), row in report.cells.items():
            if part in (T1, OLD_T1) and code == ROW and amount(row, "value"):
                yield report.problem(
                    CODE,
                    row,
                    kind=report.column(column),
                    kind_en=column,
                    level=division.level.zh,
                    level_en=division.level.value,
                )
