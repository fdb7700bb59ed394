"""case-due-date: the day a case is due is not what its promise gives.

accepted + promised + suspended days by `day_basis`; the day of acceptance does not count. A limit
in calendar days ends where it ends, or is moved off a day of rest (民法典 art. 203): both are
right. Design.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, count, day, text

CODE = Code(
    "case-due-date",
    zh="办件 {case} 的{title}是 {value}，从 {accepted} 受理起{days}{unit}应为 {expected}",
    en="case {case} is due on {value}, expected {expected}",
    hint_zh="应办结日期等于受理日期加承诺天数和中止天数，受理当日不计，工作日按放假调休安排计算",
    hint_en="due = accepted + promised + suspended days; the day of acceptance does not count",
)
WORKING = "working"


@sheet_rule(CODE, "case_progress")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every case due on another day."""
    for row in sheet.rows:
        accepted, due = day(row, "accepted_on"), day(row, "due_on")
        promised = count(row, "promised_days")
        if accepted is None or due is None or promised is None:
            continue
        days = promised + (count(row, "suspended_days") or 0)
        is_working = text(row, "day_basis") == WORKING
        expected = due_days(accepted, days, known, is_working=is_working)
        if expected and due not in expected:
            yield sheet.problem(
                CODE,
                row,
                "due_on",
                due,
                case=row.cells["case_no"],
                accepted=accepted,
                days=days,
                unit="个工作日" if is_working else "日",
                expected=expected[0],
            )


def due_days(accepted: date, days: int, known: Known, *, is_working: bool) -> list[date]:
    """Return the days a limit may end on; none where a year has no announced holidays."""
    if is_working:
        end = known.workdays.add_workdays(accepted, days) if days else accepted
        return [end] if end else []
    nominal = accepted + timedelta(days=days)
    rolled = known.workdays.roll(nominal)
    return [nominal] if rolled is None else [nominal, rolled]
