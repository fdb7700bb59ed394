"""report-prose-balance: the figures of the prose do not balance among themselves (rule N1).

Received + carried in = handled + carried out, where the prose states them all: what was handled in
one figure or by its groups. `1+2` is a sum it states as one figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.annual_reports import (
    CARRIED_IN,
    CARRIED_OUT,
    GROUPS,
    HANDLED,
    PROSE_REQUESTS,
    RECEIVED,
    TABLE,
    TOTAL,
    reports_of,
)
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.report_prose import stated_sum
from disclosure.table_rules.sheet import Sheet

CODE = Code(
    "report-prose-balance",
    zh="{report}正文：新收与上年结转合计 {came} 件，办理总数与结转下年度合计 {went} 件",
    en="{report}, prose: {came} came in, {went} were handled or carried out",
    hint_zh="请把正文的数与表二核对一致",
    hint_en="make the prose agree with table 2",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield the problem of every report whose prose contradicts itself."""
    for report in reports_of(sheet, known.catalogue):
        came = stated_sum(report, (RECEIVED, CARRIED_IN))
        went = stated_sum(report, (HANDLED, CARRIED_OUT))
        if went is None:
            went = stated_sum(report, (*GROUPS, CARRIED_OUT))
        row = report.row(PROSE_REQUESTS, CARRIED_OUT, TOTAL)
        if row and came is not None and went is not None and came != went:
            yield report.problem(CODE, row, came=f"{came:f}", went=f"{went:f}")
