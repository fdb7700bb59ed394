"""division-known: a row stands for a place that is not registered, or not the publisher's to tell
of.

A row is of the division that publishes it or of one below it. Design.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import ANY, Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "division-known",
    zh="{title}是 {value}，{reason_zh}",
    en="the division {value} {reason_en}",
    hint_zh="请填写 12 位区划代码：本级为 {own}，也可以是它的下级",
    hint_en="give the 12-digit code {own}, or one below it",
)


@sheet_rule(CODE, ANY)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield the first row of every place that is wrong."""
    own = sheet.entry.division
    seen: set[str] = {own.full_code}
    for row in sheet.rows_where(("division_code",), lambda code: code not in seen):
        code = text(row, "division_code")
        if code in seen:
            continue
        seen.add(code)
        division = known.register.get(code)
        if division is None:
            reason = "区划登记表中没有", "is not registered"
        elif not division.code.startswith(own.code):
            reason = f"不是{own.name}或它的下级", f"is not {own.code} or below it"
        else:
            continue
        yield sheet.problem(
            CODE,
            row,
            "division_code",
            code,
            own=own.full_code,
            reason_zh=reason[0],
            reason_en=reason[1],
        )
