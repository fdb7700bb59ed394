"""report-decisions-sum: decisions equal items before + change, which count other things (W2).

In the form of 2019 a row counts kinds of items and then decisions: where the one is the sum of the
others, somebody has probably added up what does not belong together.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.annual_reports import OLD_T1, TABLE, reports_of
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount

CODE = Code(
    "report-decisions-sum",
    zh="{report}表一“{label}”：处理决定数量 {value} 恰等于上一年项目数量 {before} 加本年增减 {change}",  # noqa: E501
    en="{report}, table 1, {row_code}: {value} decisions = {before} items {change} of change",
    hint_zh="项目数量数的是事项，处理决定数量数的是决定，请分别统计",
    hint_en="items and decisions are counted separately",
    severity=Severity.WARNING,
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every row in which that is so, those without decisions left out."""
    for report in reports_of(sheet, known.catalogue):
        for (part, code, column), row in report.cells.items():
            decisions = amount(row, "value")
            if part != OLD_T1 or column != "decisions" or not decisions:
                continue
            before = report.value(part, code, "items_before")
            change = report.value(part, code, "change")
            if before is not None and change is not None and decisions == before + change:
                yield report.problem(
                    CODE,
                    row,
                    label=report.label(part, code),
                    row_code=code,
                    before=f"{before:f}",
                    change=f"{change:f}",
                )
