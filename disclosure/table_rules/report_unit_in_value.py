"""report-unit-in-value: a unit stands inside a value (Q2), where the column tells it already.

A remark in brackets, such as 22（其中修订16件）, is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.annual_reports import META, TABLE, reports_of
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "report-unit-in-value",
    zh="{report}“{label}”的{kind}写作“{value}”，数字里带了单位“{unit}”",
    en="{report}, row {row_code}: the value reads {value!r}, with a unit",
    hint_zh="数值栏只填数字，单位由栏名说明",
    hint_en="write the number alone, the column says its unit",
    severity=Severity.WARNING,
)
REMARK = re.compile(r"\([^()]*\)")
UNIT = re.compile(r"[0-9]\s*(?P<unit>[^\W\d_]+)")


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every cell printed as a number with a word behind it."""
    for report in reports_of(sheet, known.catalogue):
        for (part, code, column), row in report.cells.items():
            printed = unicodedata.normalize("NFKC", text(row, "printed"))
            found = UNIT.search(REMARK.sub("", printed)) if part != META else None
            if found:
                yield report.problem(
                    CODE,
                    row,
                    "printed",
                    label=report.label(part, code),
                    row_code=code,
                    kind=report.column(column),
                    unit=found["unit"],
                )
