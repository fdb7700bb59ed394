"""The annual reports of a division year by year, as published last."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Catalogue
from disclosure.table_rules.annual_reports import TABLE, Report, reports_of
from disclosure.table_rules.books import Books


def years_of(books: Books, catalogue: Catalogue) -> Iterator[tuple[Report, Report]]:
    """Yield each report whose body also published that of the year before, with that one."""
    found: dict[tuple[str, str, int], Report] = {}
    for sheet in books.of(TABLE):
        for report in reports_of(sheet, catalogue):
            found[report.division, report.body, report.year] = report
    for (division, body, year), report in found.items():
        last = found.get((division, body, year - 1))
        if last:
            yield report, last
