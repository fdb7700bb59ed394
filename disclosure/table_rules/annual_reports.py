"""The annual disclosure report (政府信息公开工作年度报告) as its rules see it: cells by place.

A cell that is absent was not seen; one that is blank is unknown, and never read as 0. So a sum of
which a part is blank is only known to be not less than the parts that are filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from disclosure.catalogue import Catalogue, ReportForm
from disclosure.dataset.values import Row
from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.sheet import Sheet, amount, count, text

TABLE = "annual_report"
T1, T2, T3 = "T1", "T2", "T3"
PROSE_TOTALS, PROSE_DOCUMENTS, PROSE_REQUESTS, PROSE_SUITS = "N0", "N1", "N2", "N3"
META = "META"
OLD_T1 = "T1-2019"  # table 1 of the older form
RECEIVED, CARRIED_IN, HANDLED, CARRIED_OUT = "1", "2", "3.7", "4"
# The groups of results; four of them head several rows and have no row of their own.
GROUPS = {
    "3.1": "（一）予以公开",
    "3.2": "（二）部分公开",
    "3.3": "（三）不予公开",
    "3.4": "（四）无法提供",
    "3.5": "（五）不予处理",
    "3.6": "（六）其他处理",
}
KINDS = ("natural", "business", "research", "welfare", "legal", "other")
OUTCOMES = ("upheld", "corrected", "other", "pending")
SUITS = {"review": ("review",), "suits": ("suit_direct", "suit_after")}
TOTAL, AGAIN, SHARE = "total", "total_again", "share_percent"
Place = tuple[str, str, str]  # part, row, column


class Sum(Struct, frozen=True):
    """What some cells give together: those that are filled, and whether none of them is blank."""

    filled: Decimal
    is_whole: bool

    @property
    def zh(self) -> str:
        number = f"{self.filled:f}"
        return f"是 {number}" if self.is_whole else f"至少是 {number}（有空白）"

    @property
    def en(self) -> str:
        return f"{self.filled:f}" if self.is_whole else f"{self.filled:f} or more"

    def rules_out(self, total: Decimal) -> bool:
        """Tell whether a total is surely not that of the cells: counts are never negative."""
        return total != self.filled if self.is_whole else total < self.filled


class Report(Struct, frozen=True, eq=False):
    """One report: its cells by part, row and column, and the form it is printed on."""

    sheet: Sheet
    division: str
    body: str
    year: int
    cells: Mapping[Place, Row]
    form: ReportForm

    def row(self, part: str, row: str, column: str) -> Row | None:
        """Return the line of a cell, None where it was not seen."""
        return self.cells.get((part, row, column))

    def value(self, part: str, row: str, column: str) -> Decimal | None:
        """Return the number of a cell, None where it is blank or was not seen."""
        found = self.cells.get((part, row, column))
        return amount(found, "value") if found else None

    def printed(self, row: str) -> str:
        """Return what the report says of itself, as printed."""
        found = self.cells.get((META, row, "value"))
        return text(found, "printed") if found else ""

    def label(self, part: str, row: str) -> str:
        """Return the label of a row by the form, its code where the form has none."""
        found = self.form.rows.get((part, row))
        return GROUPS.get(row) or (found.label if found else row)

    def column(self, name: str) -> str:
        """Return the title of a column."""
        column = self.sheet.values.schema.columns["column_code"]
        return column.labels.get(name, name)

    def sum_of(self, places: Iterable[Place]) -> Sum | None:
        """Return what some cells give together; None where one of them was not seen."""
        total, is_whole = Decimal(0), True
        for place in places:
            row = self.cells.get(place)
            if row is None:
                return None
            value = amount(row, "value")
            if value is None:
                is_whole = False
            else:
                total += value
        return Sum(total, is_whole)

    def leaves(self, group: str = "3") -> tuple[str, ...]:
        """Return the rows of table 2 that tell a result, of one group or of all."""
        return tuple(
            code
            for part, code in self.form.rows
            if part == T2 and code != HANDLED and (code == group or code.startswith(f"{group}."))
        )

    def problem(
        self,
        code: Code,
        row: Row,
        column: str = "value",
        severity: Severity | None = None,
        **parts: object,
    ) -> Problem:
        """Return a problem of one line; templates may take `{report}`: whose, of which year."""
        name = f"{self.body}{self.year}年年度报告"
        value = row.cells.get(column)
        if isinstance(value, Decimal):  # a count is no amount of money
            value = f"{value:f}"
        return self.sheet.problem(code, row, column, value, severity, report=name, **parts)


def reports_of(sheet: Sheet, catalogue: Catalogue) -> Iterator[Report]:
    """Yield the reports of a table, in its order."""
    found: dict[tuple[str, str, int], dict[Place, Row]] = {}
    for row in sheet.rows:
        key = text(row, "division_code"), text(row, "body"), count(row, "report_year") or 0
        place = text(row, "part"), text(row, "row_code"), text(row, "column_code")
        found.setdefault(key, {})[place] = row
    for (division, body, year), cells in found.items():
        yield Report(sheet, division, body, year, cells, form_of(cells, year, catalogue))


def form_of(cells: Mapping[Place, Row], year: int, catalogue: Catalogue) -> ReportForm:
    """Return the form a report is printed on: as it says, as its table 1 shows, or of its year."""
    stated = cells.get((META, "form_printed", "value"))
    number = amount(stated, "value") if stated else None
    for form in catalogue.report_forms:
        if number is not None and form.year == number:
            return form
    parts = {part for part, _, _ in cells}
    for form in catalogue.report_forms:
        if parts & {part for part, _ in form.rows} - {T2, T3}:
            return form
    return form_for(year, catalogue)


def form_for(year: int, catalogue: Catalogue) -> ReportForm:
    """Return the form that is in force for the report of a year, the first one for older years."""
    forms = [form for form in catalogue.report_forms if form.year <= year]
    return forms[-1] if forms else next(iter(catalogue.report_forms), ReportForm(year, {}))
