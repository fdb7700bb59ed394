"""case-alert: the alert of a case is not what its days give. Design.

An open case warns with two working days or fewer left, is yellow from the day after it was due and
red when still open more than three working days after; a closed one keeps the worst it reached.
Reckoned for the row's own `updated_on`, since the site reckons today's by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, day, text
from disclosure.workdays import Workdays

CODE = Code(
    "case-alert",
    zh="办件 {case} 的{title}是“{value}”，{on} 时应为“{expected}”（应办结日期 {due}）",
    en="case {case}: alert is {value!r}, on {on} it is {expected!r}, due {due}",
    hint_zh="提示由系统按日推算，这一列可以留空；要填写的，请改为“{expected_code}”",
    hint_en="leave the column blank, or write {expected_code}",
)
NONE, WARNING, YELLOW, RED = "none", "warning", "yellow", "red"
CLOSE, LATE = 2, 3  # working days before and after the day it is due
CLOSED, SUSPENDED = "办结", "中止"


@sheet_rule(CODE, "case_progress")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every alert given that the row's own days do not give."""
    labels = sheet.values.schema.columns["alert"].labels
    for row in sheet.rows:
        given, due, status = text(row, "alert"), day(row, "due_on"), text(row, "status")
        on = day(row, "finished_on") if status == CLOSED else day(row, "updated_on")
        if not given or due is None or on is None or status == SUSPENDED:
            continue
        expected = alert_of(due, on, known.workdays)
        if status == CLOSED and expected == WARNING:
            expected = NONE  # finished in time
            if given == WARNING:
                continue  # the worst it reached while it was open
        if expected and given != expected:
            yield sheet.problem(
                CODE,
                row,
                "alert",
                labels.get(given, given),
                case=row.cells["case_no"],
                on=on,
                due=due,
                expected=labels.get(expected, expected),
                expected_code=expected,
            )


def alert_of(due: date, on: date, workdays: Workdays) -> str:
    """Return the alert of a case open on a day, "" where a year has no announced holidays."""
    if on > due:
        limit = workdays.add_workdays(due, LATE)
        return "" if limit is None else (RED if on > limit else YELLOW)
    near = workdays.add_workdays(due, -CLOSE)
    return "" if near is None else (WARNING if on >= near else NONE)
