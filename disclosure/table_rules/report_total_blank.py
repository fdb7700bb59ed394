"""report-total-blank: a total is left blank though its parts are not all zero (A3b of the form)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.annual_reports import (
    KINDS,
    OUTCOMES,
    T2,
    T3,
    TABLE,
    TOTAL,
    reports_of,
)
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount

CODE = Code(
    "report-total-blank",
    zh="{report}“{label}”：总计空白，而分项至少有 {found}",
    en="{report}, row {row_code}: the total is blank, its parts give {found} or more",
    hint_zh="请填写总计；没有发生的分项填0",
    hint_en="fill in the total, and 0 where there is nothing",
)
PARTS = {T2: KINDS, T3: OUTCOMES}


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every row of the tables 2 and 3 with parts and without a total."""
    for report in reports_of(sheet, known.catalogue):
        for (part, code, column), row in report.cells.items():
            if part not in PARTS or column != TOTAL or amount(row, "value") is not None:
                continue
            values = (report.value(part, code, name) for name in PARTS[part])
            found = sum(value for value in values if value)
            if found:
                yield report.problem(
                    CODE, row, label=report.label(part, code), row_code=code, found=f"{found:f}"
                )
