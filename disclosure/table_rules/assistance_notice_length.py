"""assistance-notice-length: the notice of a list is shorter than its category asks.

Counted like every notice: the first day does not count, the last is whole, working days by the
announced holidays; a village committee or collective owes village law's fifteen days at least.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.deadline import minimum_end
from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.rosters import ASSISTANCE
from disclosure.table_rules.sheet import Sheet, day

CODE = Code(
    "assistance-notice-length",
    zh="{title}是 {value}，从 {start} 起应公示到 {expected}（{rule_zh}）",
    en="the notice ends on {value}, it should run until {expected} ({rule_en})",
    hint_zh="请把公示止（objection_to）改为 {expected} 或更晚，并继续公示",
    hint_en="move objection_to to {expected} or later and keep it up until then",
)


@sheet_rule(CODE, ASSISTANCE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every row whose notice ends too early."""
    if sheet.category is None:
        return
    entry = sheet.entry
    for row in sheet.rows:
        start, end = day(row, "objection_from"), day(row, "objection_to")
        if start is None or end is None:
            continue
        limit = minimum_end(sheet.category, entry.publisher, entry.division.code, start, known)
        if limit is None or limit.due is None or end >= limit.due:
            continue
        yield sheet.problem(
            CODE,
            row,
            "objection_to",
            end,
            severity=sheet.category.severity,
            start=start,
            expected=limit.due,
            rule_zh=limit.rule_zh,
            rule_en=limit.rule_en,
        )
