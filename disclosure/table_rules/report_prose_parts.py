"""report-prose-parts: the parts of a total in the prose do not add up to it (rule C2).

Parts are the rows `n0.1`, `n0.2` ... below `n0`; a list that is not complete is not entered.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.annual_reports import PROSE_TOTALS, TABLE, TOTAL, reports_of
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount

CODE = Code(
    "report-prose-parts",
    zh="{report}正文：总数写的是 {value}，逐项列出的 {size} 项之和是 {expected}",
    en="{report}, prose: the total is {value}, its {size} parts give {expected}",
    hint_zh="请核对各分项；没有列全的，不要登记分项",
    hint_en="check the parts; where only some are listed, do not enter them",
)
PART = "part"


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every total of the prose that its complete list of parts does not give."""
    for report in reports_of(sheet, known.catalogue):
        for (part, code, column), row in report.cells.items():
            total = amount(row, "value")
            if (part, column) != (PROSE_TOTALS, TOTAL) or total is None:
                continue
            values = [
                amount(one, "value")
                for (where, name, kind), one in report.cells.items()
                if (where, kind) == (part, PART) and name.startswith(f"{code}.")
            ]
            known_values = [value for value in values if value is not None]
            expected = sum(known_values, Decimal(0))
            if values and len(known_values) == len(values) and total != expected:
                yield report.problem(CODE, row, size=len(values), expected=f"{expected:f}")
