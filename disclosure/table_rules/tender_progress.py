"""tender-progress: progress, completion, acceptance and settlement contradict each other.

Design of this catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.dataset.values import Row
from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount, count, day

CODE = Code(
    "tender-progress",
    zh="{project} 的{title}是 {value}，{reason_zh}",
    en="{project}: {field} is {value}, {reason_en}",
    hint_zh="形象进度 100 须有竣工日期，验收须进度 100，结算须有验收日期；请补填或改正",
    hint_en="progress 100 needs finish_on, acceptance progress 100, settlement accepted_on",
)
WHOLE = 100


@sheet_rule(CODE, "project_tender")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every stage that the stages before it do not allow."""
    for row in sheet.rows:
        for column, zh, en in wrong(row):
            yield sheet.problem(
                CODE,
                row,
                column,
                row.cells.get(column),
                project=row.cells["project_name"],
                reason_zh=zh,
                reason_en=en,
            )


def wrong(row: Row) -> Iterator[tuple[str, str, str]]:
    """Yield the columns that are too far ahead, with why in two languages."""
    progress, accepted = count(row, "progress"), day(row, "accepted_on")
    if progress == WHOLE and day(row, "finish_on") is None:
        yield "finish_on", "形象进度已是 100，应填写竣工日期", "progress is 100"
    if accepted and progress != WHOLE:
        yield "progress", f"已于 {accepted} 验收，应为 100", f"accepted on {accepted}"
    if amount(row, "settled_amount") is not None and accepted is None:
        yield "accepted_on", "已填写结算金额，应填写验收日期", "it is settled"
