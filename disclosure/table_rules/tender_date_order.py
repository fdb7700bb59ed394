"""tender-date-order: the stages of a tender are dated out of order. Design.

Only days that are given are compared, each with the last one given before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, day

CODE = Code(
    "tender-date-order",
    zh="{project} 的{title}是 {value}，{relation}{before_title} {before}",
    en="{project}: {field} is {value}, {before} comes before it",
    hint_zh="公告、开标、评标报告、候选人公示、合同签订、开工、竣工、验收应依次先后，请核对日期",
    hint_en="check the days: notice, opening, evaluation, candidates, contract, start, finish, "
    "acceptance",
)
TABLE = "project_tender"
STAGES = (
    "notice_on",
    "open_on",
    "evaluated_on",
    "candidate_from",
    "candidate_to",
    "contract_on",
    "start_on",
    "finish_on",
    "accepted_on",
)
AFTER = "contract_on"  # only after the notice of candidates has ended


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every stage dated before the one that comes first."""
    for row in sheet.rows:
        last: tuple[str, date] | None = None
        for column in STAGES:
            on = day(row, column)
            if on is None:
                continue
            if last:
                before, day_before = last
                is_strict = column == AFTER and before == "candidate_to"
                if on < day_before or (is_strict and on == day_before):
                    yield sheet.problem(
                        CODE,
                        row,
                        column,
                        on,
                        project=row.cells["project_name"],
                        relation="应晚于" if is_strict else "早于",
                        before_title=sheet.title(before),
                        before=day_before,
                    )
            last = column, on
