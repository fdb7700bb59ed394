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
    Sum,
    reports_of,
)
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet

CODE = Code(
    "report-carry-balance",
    zh="{report}表二“{kind}”栏：第一项加第二项{came}，第三项总计加第四项{went}",
    en="{report}, table 2, {kind_en}: rows 1 and 2 give {came_en}, rows 3.7 and 4 give {went_en}",
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
    if differ(came, went) or differ(went, came):
        yield report.problem(
            CODE,
            row,
            kind=report.column(kind),
            kind_en=kind,
            came=came.zh,
            came_en=came.en,
            went=went.zh,
            went_en=went.en,
        )


def differ(one: Sum, other: Sum) -> bool:
    """Tell whether a side that is known whole is surely not the other."""
    return one.is_whole and other.rules_out(one.filled)
