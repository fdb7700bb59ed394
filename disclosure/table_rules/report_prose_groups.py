"""report-prose-groups: the groups of results in the prose do not add up (rule N2)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.annual_reports import (
    GROUPS,
    HANDLED,
    PROSE_REQUESTS,
    TABLE,
    TOTAL,
    reports_of,
)
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.report_prose import stated_sum
from disclosure.table_rules.sheet import Sheet, amount

CODE = Code(
    "report-prose-groups",
    zh="{report}正文：办理总数写的是 {value} 件，各类办理结果之和是 {expected} 件",
    en="{report}, prose: {value} handled, the groups give {expected}",
    hint_zh="请把正文各类办理结果与表二第三项核对一致",
    hint_en="make the groups of the prose agree with rows 3.1 to 3.6 of table 2",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield the problem of every report whose prose states all groups and another total."""
    for report in reports_of(sheet, known.catalogue):
        row = report.row(PROSE_REQUESTS, HANDLED, TOTAL)
        total = amount(row, "value") if row else None
        expected = stated_sum(report, GROUPS)
        if row and total is not None and expected is not None and total != expected:
            yield report.problem(CODE, row, expected=f"{expected:f}")
