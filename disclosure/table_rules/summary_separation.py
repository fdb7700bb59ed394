"""summary-separation: who prepared a summary has reviewed it too. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, text
from disclosure.table_rules.summaries import TABLE

CODE = Code(
    "summary-separation",
    zh="{title}是“{value}”，与制表人是同一人",
    en="the reviewer {value!r} has prepared the table too",
    hint_zh="请由制表人以外的人（如村务监督委员会成员）审核后填写",
    hint_en="have it reviewed by somebody else, such as the supervisory committee",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every row reviewed by who prepared it."""
    for row in sheet.rows:
        reviewer = text(row, "reviewed_by")
        if reviewer and reviewer == text(row, "prepared_by"):
            yield sheet.problem(CODE, row, "reviewed_by", reviewer)
