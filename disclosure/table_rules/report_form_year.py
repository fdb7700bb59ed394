"""report-form-year: a report on a form that is not that of its year (B1).

Also one that cites the older notice though it prints the newer table (B1b).
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.annual_reports import META, TABLE, form_for, reports_of
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount

CODE = Code(
    "report-form-year",
    zh="{report}{what}的是 {found} 年的格式，应为 {expected} 年的格式",
    en="{report} {what_en} the form of {found}, expected that of {expected}",
    hint_zh="请按当年适用的格式填报，并引用相应的文件",
    hint_en="use the form in force for the year, and cite its notice",
    severity=Severity.WARNING,
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield reports on another form than their year's, and those that cite another than theirs."""
    for report in reports_of(sheet, known.catalogue):
        form = form_for(report.year, known.catalogue)
        if report.form.year != form.year:
            yield report.problem(
                CODE,
                next(iter(report.cells.values())),
                "report_year",
                what="用",
                what_en="uses",
                found=report.form.year,
                expected=form.year,
            )
        cited = report.row(META, "form_cited", "value")
        year = amount(cited, "value") if cited else None
        if cited and year is not None and year != report.form.year:
            yield report.problem(
                CODE,
                cited,
                what="引用",
                what_en="cites",
                found=f"{year:f}",
                expected=report.form.year,
            )
