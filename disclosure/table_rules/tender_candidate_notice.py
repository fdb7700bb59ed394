"""tender-candidate-notice: the candidates of a mandatory tender are shown late or too briefly.

招标投标法实施条例 art. 54: within three days of the report, for at least three days; calendar
days, the first of which does not count.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Figure
from disclosure.dataset.values import Row
from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, day

CODE = Code(
    "tender-candidate-notice",
    zh="{project} 的{title}是 {value}，{reason_zh}",
    en="{project}: {field} is {value}, {reason_en}",
    hint_zh="收到评标报告之日起三日内公示中标候选人，公示期不少于三日，首日不计；请核对日期",
    hint_en="show the candidates within three days of the report, for three days at least",
)
DELAY, MINIMUM = "candidate-notice-delay", "candidate-notice-minimum"


@sheet_rule(CODE, "project_tender")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every notice of candidates that law calls late or short."""
    delay, minimum = known.catalogue.figure(DELAY), known.catalogue.figure(MINIMUM)
    for row in sheet.rows:
        start = day(row, "candidate_from")
        if row.cells.get("must_tender") is not True or start is None:
            continue
        report, end = day(row, "evaluated_on"), day(row, "candidate_to")
        if report and (start - report).days > delay.number:
            zh = f"收到评标报告是 {report}，超过{delay.number}日"
            yield problem(sheet, row, "candidate_from", delay, zh, f"the report came {report}")
        if end and (end - start).days < minimum.number:
            zh = f"从 {start} 起公示不足{minimum.number}日"
            yield problem(sheet, row, "candidate_to", minimum, zh, f"shown from {start} only")


def problem(sheet: Sheet, row: Row, column: str, figure: Figure, zh: str, en: str) -> Problem:
    """Return the problem of one day."""
    return sheet.problem(
        CODE,
        row,
        column,
        row.cells[column],
        severity=figure.severity,
        project=row.cells["project_name"],
        reason_zh=zh,
        reason_en=en,
    )
