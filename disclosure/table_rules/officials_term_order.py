"""officials-term-order: a term ends before it begins. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, day

CODE = Code(
    "officials-term-order",
    zh="{person}的{title}是 {value}，不晚于任期起 {start}",
    en="a term ends on {value}, it begins on {start}",
    hint_zh="请核对任期起止日期；没有任期的，任期止留空",
    hint_en="check the two days; leave term_to blank where there is no term",
)


@sheet_rule(CODE, "officials")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every term that ends no later than it begins."""
    for row in sheet.rows:
        start, end = day(row, "term_from"), day(row, "term_to")
        if start and end and end <= start:
            yield sheet.problem(
                CODE, row, "term_to", end, person=row.cells["person_name"], start=start
            )
