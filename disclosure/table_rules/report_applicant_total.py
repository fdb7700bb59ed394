"""report-applicant-total: a row of table 2 is not the sum of its applicants (A3 of the form)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.annual_reports import (
    KINDS,
    T2,
    TABLE,
    TOTAL,
    reports_of,
)
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount

CODE = Code(
    "report-applicant-total",
    zh="{report}表二“{label}”：总计是 {value}，自然人与五类法人之和{expected}",
    en="{report}, table 2, row {row_code}: the total is {value}, its parts give {expected_en}",
    hint_zh="请核对这一行各类申请人的件数",
    hint_en="check the row's kinds of applicants",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every row whose total is not that of the six columns before it."""
    for report in reports_of(sheet, known.catalogue):
        for (part, code, column), row in report.cells.items():
            total = amount(row, "value")
            if (part, column) != (T2, TOTAL) or total is None:
                continue
            found = report.sum_of((T2, code, kind) for kind in KINDS)
            if found and found.rules_out(total):
                yield report.problem(
                    CODE,
                    row,
                    label=report.label(T2, code),
                    row_code=code,
                    expected=found.zh,
                    expected_en=found.en,
                )
