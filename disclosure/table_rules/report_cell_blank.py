"""report-cell-blank: a cell of the form holds no number (B2); blank is not 0.

Both kinds of blank form are really published: all blank, and blank except one column. A row of
the form is told once; a cell that was not seen is not blank, and a total that its parts owe is told
of by `report-total-blank`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from disclosure.dataset.values import Row
from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.annual_reports import OLD_T1, T1, T2, T3, TABLE, reports_of
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.report_total_blank import owed
from disclosure.table_rules.sheet import Sheet, amount, text

CODE = Code(
    "report-cell-blank",
    zh="{report}“{label}”有 {size} 格没有数字：{columns}",
    en="{report}, row {row_code}: {size} cells hold no number",
    hint_zh="没有发生的填0；尚未登记的，登记后补填",
    hint_en="write 0 where there is nothing; fill in what is not recorded yet",
    severity=Severity.WARNING,
)
TABLES = frozenset((T1, OLD_T1, T2, T3))


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every row of a form with cells that hold no number."""
    for report in reports_of(sheet, known.catalogue):
        blank: dict[tuple[str, str], list[tuple[str, Row]]] = defaultdict(list)
        for place, row in report.cells.items():
            part, code, column = place
            if part in TABLES and amount(row, "value") is None and owed(report, place) is None:
                blank[part, code].append((column, row))
        for (part, code), cells in blank.items():
            yield report.problem(
                CODE,
                cells[0][1],
                label=report.label(part, code),
                row_code=code,
                size=len(cells),
                columns="、".join(map(worded, ((report.column(name), row) for name, row in cells))),
            )


def worded(cell: tuple[str, Row]) -> str:
    """Return a column's title, with what stands in the cell instead of a number."""
    title, row = cell
    printed = text(row, "printed")
    return f"{title}（{printed}）" if printed else title
