"""report-total-blank: a total is left blank though its parts are not all zero (A3b of the form)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.annual_reports import (
    KINDS,
    OUTCOMES,
    T2,
    T3,
    TABLE,
    TOTAL,
    Place,
    Report,
    reports_of,
)
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet

CODE = Code(
    "report-total-blank",
    zh="{report}“{label}”：总计空白，而分项至少有 {found}",
    en="{report}, row {row_code}: the total is blank, its parts give {found} or more",
    hint_zh="请填写总计；没有发生的分项填0",
    hint_en="fill in the total, and 0 where there is nothing",
)
PARTS = {T2: KINDS, T3: OUTCOMES}


def owed(report: Report, place: Place) -> Decimal | None:
    """Return what the parts of a blank total give at least, None where nothing is owed."""
    part, code, column = place
    if part not in PARTS or column != TOTAL or report.value(*place) is not None:
        return None
    values = [report.value(part, code, name) for name in PARTS[part]]
    return sum((value for value in values if value), Decimal(0)) or None


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every row of the tables 2 and 3 with parts and without a total."""
    for report in reports_of(sheet, known.catalogue):
        for place, row in report.cells.items():
            found = owed(report, place)
            if found is not None:
                part, code, _ = place
                yield report.problem(
                    CODE, row, label=report.label(part, code), row_code=code, found=f"{found:f}"
                )
