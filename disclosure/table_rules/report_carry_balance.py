"""report-carry-balance: what came in and what was handled do not balance (rule A1 of the form).

For every column of table 2: row 1 + row 2 = row 3.7 + row 4, the 勾稽关系 printed on the form.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.annual_reports import (
    CARRIED_IN,
    CARRIED_OUT,
    HANDLED,
    KINDS,
    RECEIVED,
    T2,
    TABLE,
    TOTAL,
    Report,
    at_least,
    is_not,
    reports_of,
)
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet

CODE = Code(
    "report-carry-balance",
    zh="{report}表二“{kind}”栏：第一项加第二项是{came}，第三项总计加第四项是{went}",
    en="{report}, table 2, {kind_en}: rows 1 and 2 give {came}, rows 3.7 and 4 give {went}",
    hint_zh="请与申请台账核对：新收加上年结转，等于办结总数加结转下年度",
    hint_en="check the register: received + carried in = handled + carried out",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every column whose two sides differ."""
    for report in reports_of(sheet, known.catalogue):
        for kind in (*KINDS, TOTAL):
            yield from of_column(report, kind)


def of_column(report: Report, kind: str) -> Iterator[Problem]:
    """Yield the problem of one column, at its total of results."""
    came = report.sum_of(((T2, RECEIVED, kind), (T2, CARRIED_IN, kind)))
    went = report.sum_of(((T2, HANDLED, kind), (T2, CARRIED_OUT, kind)))
    row = report.row(T2, HANDLED, kind)
    if came is None or went is None or row is None:
        return
    if (came[1] and is_not(came[0], went)) or (went[1] and is_not(went[0], came)):
        yield report.problem(
            CODE,
            row,
            kind=report.column(kind),
            kind_en=kind,
            came=f" {at_least(came)}",
            went=f" {at_least(went)}",
        )
