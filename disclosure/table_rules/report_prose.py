"""What the prose of an annual report states of requests: sums as it writes them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from disclosure.table_rules.annual_reports import PROSE_REQUESTS, TOTAL, Report


def stated_sum(report: Report, codes: Iterable[str]) -> Decimal | None:
    """Return the sum of some rows as the prose states them; None where it leaves one out.

    Each row counts once, whether it is stated by itself or together with its neighbours (`1+2`).
    """
    wanted = set(codes)
    found = Decimal(0)
    for stated in sorted(written(report), key=len, reverse=True):
        value = report.value(PROSE_REQUESTS, "+".join(stated), TOTAL)
        if value is not None and wanted.issuperset(stated):
            wanted.difference_update(stated)
            found += value
    return None if wanted else found


def written(report: Report) -> list[tuple[str, ...]]:
    """Return the rows the prose states, those it states together as one."""
    return [
        tuple(code.split("+"))
        for part, code, column in report.cells
        if part == PROSE_REQUESTS and column == TOTAL
    ]
