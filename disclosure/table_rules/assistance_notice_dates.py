"""assistance-notice-dates: a notice of review without its first or last day. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.rosters import ASSISTANCE
from disclosure.table_rules.sheet import Sheet, day, text

CODE = Code(
    "assistance-notice-dates",
    zh="阶段是“审核公示”，没有填写{title}",
    en="a notice of review without {field}",
    hint_zh="请填写公示起（objection_from）和公示止（objection_to）",
    hint_en="give objection_from and objection_to",
)
NOTICE = "审核公示"


@sheet_rule(CODE, ASSISTANCE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every blank day of a notice."""
    for row in sheet.rows:
        if text(row, "stage") != NOTICE:
            continue
        for column in ("objection_from", "objection_to"):
            if day(row, column) is None:
                yield sheet.problem(CODE, row, column, "")
