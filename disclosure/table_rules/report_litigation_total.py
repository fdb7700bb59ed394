"""report-litigation-total: reviews or suits do not add up (rule A4 of the form).

In each block of table 3 the total is that of upheld, corrected, other and pending.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.annual_reports import (
    OUTCOMES,
    T3,
    TABLE,
    TOTAL,
    reports_of,
)
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount

CODE = Code(
    "report-litigation-total",
    zh="{report}表三“{label}”：总计是 {value}，维持、纠正、其他结果、尚未审结之和{expected}",
    en="{report}, table 3, {block}: the total is {value}, its parts give {expected_en}",
    hint_zh="请与复议决定书、裁判文书核对各栏件数",
    hint_en="check the decisions and judgments",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every block whose total is not that of its outcomes."""
    for report in reports_of(sheet, known.catalogue):
        for (part, block, column), row in report.cells.items():
            total = amount(row, "value")
            if (part, column) != (T3, TOTAL) or total is None:
                continue
            found = report.sum_of((T3, block, outcome) for outcome in OUTCOMES)
            if found and found.rules_out(total):
                yield report.problem(
                    CODE,
                    row,
                    label=report.label(T3, block),
                    block=block,
                    expected=found.zh,
                    expected_en=found.en,
                )
