"""case-finished-after-accepted: a case was finished before it was accepted. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, day

CODE = Code(
    "case-finished-after-accepted",
    zh="办件 {case} 的{title}是 {value}，早于受理日期 {accepted}",
    en="case {case} finished on {value}, accepted on {accepted}",
    hint_zh="请核对受理日期和办结日期",
    hint_en="check accepted_on and finished_on",
)


@sheet_rule(CODE, "case_progress")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every case that ended before it began."""
    for row in sheet.rows:
        accepted, finished = day(row, "accepted_on"), day(row, "finished_on")
        if accepted and finished and finished < accepted:
            yield sheet.problem(
                CODE, row, "finished_on", finished, case=row.cells["case_no"], accepted=accepted
            )
