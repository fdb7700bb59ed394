"""report-row-known: a row or a column that neither the form nor the prose of a report has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.annual_reports import (
    AGAIN,
    GROUPS,
    OLD_T1,
    SHARE,
    SUITS,
    T1,
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
    "report-row-known",
    zh="{report}“{part}”没有 {row_code} 行的“{kind}”这一格",
    en="{report}, {part_en}: there is no cell {row_code} {kind_en}",
    hint_zh="请对照 catalogue/report_forms.csv 改正行、栏的代码",
    hint_en="see catalogue/report_forms.csv for the codes of rows and columns",
)
NUMBERED = re.compile(r"[a-z]\d+(\.\d+)*")
STATED = frozenset(("form_printed", "form_cited", "published", "period"))


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every cell whose place nothing provides."""
    labels = sheet.values.schema.columns["part"].labels
    for report in reports_of(sheet, known.catalogue):
        for place, row in report.cells.items():
            part, code, column = place
            if not is_place(report, place):
                yield report.problem(
                    CODE,
                    row,
                    "row_code",
                    part=labels.get(part, part),
                    part_en=part,
                    row_code=code,
                    kind=report.column(column),
                    kind_en=column,
                )


def is_place(report: Report, place: Place) -> bool:
    """Tell whether a cell is one of the form's tables, of the prose, or told of the report."""
    part, code, column = place
    forms = report.form.rows
    match part:
        case "N0":
            return bool(NUMBERED.fullmatch(code)) and column in (TOTAL, AGAIN, "part")
        case "N1":
            return any(
                (table, code) in forms and column in (*forms[table, code].columns, AGAIN)
                for table in (T1, OLD_T1)
            )
        case "N2":
            known = all((T2, one) in forms or one in GROUPS for one in code.split("+"))
            return known and column in (TOTAL, AGAIN, SHARE)
        case "N3":
            return (code in SUITS or (T3, code) in forms) and column in (TOTAL, AGAIN)
        case "META":
            return code in STATED and column == "value"
    row = forms.get((part, code))
    return row is not None and column in row.columns
