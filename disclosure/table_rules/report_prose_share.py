"""report-prose-share: a printed share is not part by whole (rule C3).

It may be rounded or cut at the last place that is printed. The whole is what was handled, as the
prose says it or else the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.annual_reports import (
    HANDLED,
    PROSE_REQUESTS,
    SHARE,
    T2,
    TABLE,
    TOTAL,
    Report,
    reports_of,
)
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount

CODE = Code(
    "report-prose-share",
    zh="{report}正文“{label}”占比写的是 {printed}%，{part_value} 占 {whole} 是 {expected}%",
    en="{report}, prose, {row_code}: {printed}% printed, {part_value} of {whole} is {expected}%",
    hint_zh="请重新计算占比，按所写位数四舍五入",
    hint_en="work the share out again",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every share that neither rounding nor cutting gives."""
    for report in reports_of(sheet, known.catalogue):
        whole = whole_of(report)
        for (part, code, column), row in report.cells.items():
            share = amount(row, "value")
            value = report.value(PROSE_REQUESTS, code, TOTAL)
            if (part, column) != (PROSE_REQUESTS, SHARE) or None in (share, value):
                continue
            if share is None or value is None or not whole:
                continue
            exact = value * 100 / whole
            last = Decimal(1).scaleb(int(share.as_tuple().exponent))
            if share not in (exact.quantize(last, ROUND_HALF_UP), exact.quantize(last, ROUND_DOWN)):
                yield report.problem(
                    CODE,
                    row,
                    label="与".join(report.label(T2, one) for one in code.split("+")),
                    row_code=code,
                    printed=f"{share:f}",
                    part_value=f"{value:f}",
                    whole=f"{whole:f}",
                    expected=f"{exact.quantize(last, ROUND_HALF_UP):f}",
                )


def whole_of(report: Report) -> Decimal | None:
    """Return how many requests were handled."""
    stated = report.value(PROSE_REQUESTS, HANDLED, TOTAL)
    return report.value(T2, HANDLED, TOTAL) if stated is None else stated
