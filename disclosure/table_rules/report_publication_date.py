"""report-publication-date: a report published after the day of Art. 49 (B4), or by a township after
the day of departments (B4w), which the article does not name.

政府信息公开条例 art. 49. The day is the one the report states, or else that of its publication. A
body that no register holds is asked nothing; late publications of the category are told of by
`published-late` too, by the day of governments.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.division import Level, PublisherKind
from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.annual_reports import META, TABLE, Report, reports_of
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet

CODE = Code(
    "report-publication-date",
    zh="{report}于 {published} 公布，{whose}应在 {due} 前公布",
    en="{report} was published on {published}, due on {due}",
    hint_zh="已经逾期的如实保留公布日期；日期登记有误的请改正",
    hint_en="leave a late date as it is; correct one that was entered wrongly",
    severity=Severity.WARNING,
)
DEPARTMENT, GOVERNMENT = "annual-report-due-department", "annual-report-due"


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every report published after the day its kind of body is bound by."""
    for report in reports_of(sheet, known.catalogue):
        found = due_of(report, known)
        stated = report.row(META, "published", "value")
        published = day_of(report)
        if found and published and published > found[0]:
            row = stated or next(iter(report.cells.values()))
            yield report.problem(
                CODE,
                row,
                "printed" if stated else "report_year",
                published=published,
                whose=found[1],
                due=found[0],
            )


def day_of(report: Report) -> date | None:
    """Return the day a report was published, as it states it or as it is published here."""
    try:
        return date.fromisoformat(report.printed("published"))
    except ValueError:
        moment = report.sheet.entry.header.moment("date")
        return moment.date() if moment else None


def due_of(report: Report, known: Known) -> tuple[date, str] | None:
    """Return the last day for a body's report and what kind of body it is, None where unknown."""
    division = known.register.get(report.division)
    body = known.publishers.find(report.body, division.code) if division else None
    if division is None or body is None:
        return None
    if body.kind is PublisherKind.DEPARTMENT:
        figure, whose = DEPARTMENT, "政府部门"
    elif division.level is Level.TOWNSHIP:
        figure, whose = DEPARTMENT, "乡镇（街道）参照政府部门，"
    else:
        figure, whose = GOVERNMENT, "县级以上人民政府"
    month_and_day = known.catalogue.figure(figure).value.removeprefix("--")
    return date.fromisoformat(f"{report.year + 1}-{month_and_day}"), whose
