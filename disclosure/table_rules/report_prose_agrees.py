"""report-prose-agrees: a figure of the prose is not that of the table, or of its repetition (C1).

Table 3 may count cases carried over while the prose counts those of the year, so there a
difference is a question, not an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.annual_reports import (
    AGAIN,
    GROUPS,
    KINDS,
    OLD_T1,
    OUTCOMES,
    PROSE_DOCUMENTS,
    PROSE_REQUESTS,
    PROSE_SUITS,
    SUITS,
    T1,
    T2,
    T3,
    TABLE,
    TOTAL,
    Place,
    Report,
    Sum,
    reports_of,
)
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount

CODE = Code(
    "report-prose-agrees",
    zh="{report}正文“{label}”写的是 {value}，{source}{expected}",
    en="{report}, prose, {row_code}: {value}, elsewhere it is {expected_en}",
    hint_zh="请把正文与表格、前后文核对一致；口径不同的，在正文中写明",
    hint_en="make prose and tables agree, or say in the prose what is counted otherwise",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every figure of the prose that another place contradicts."""
    for report in reports_of(sheet, known.catalogue):
        for place, row in report.cells.items():
            value = amount(row, "value")
            if value is None:
                continue
            severity = Severity.WARNING if place[0] == PROSE_SUITS else None
            for source, found in elsewhere(report, place):
                if found.rules_out(value):
                    yield report.problem(
                        CODE,
                        row,
                        severity=severity,
                        label=name_of(report, place),
                        row_code=place[1],
                        source=source,
                        expected=found.zh,
                        expected_en=found.en,
                    )


def elsewhere(report: Report, place: Place) -> Iterator[tuple[str, Sum]]:
    """Yield what other places say of a figure of the prose, and which places they are."""
    part, code, column = place
    if part not in (PROSE_DOCUMENTS, PROSE_REQUESTS, PROSE_SUITS) or column == AGAIN:
        return
    again = report.value(part, code, AGAIN) if column == TOTAL else None
    if again is not None:
        yield "正文另一处写的", Sum(again, True)
    if part == PROSE_DOCUMENTS:
        table = OLD_T1 if (OLD_T1, code, column) in report.cells else T1
        found = report.sum_of([(table, code, column)])
        if found and found.is_whole:
            yield "表一", found
    elif column == TOTAL:
        found = in_table(report, part, code)
        if found:
            yield "表二合计" if part == PROSE_REQUESTS else "表三合计", found


def in_table(report: Report, part: str, code: str) -> Sum | None:
    """Return what table 2 or 3 says of a row, a group of rows, or of rows stated together."""
    if part == PROSE_SUITS:
        totals = [total_of(report, T3, block, OUTCOMES) for block in SUITS.get(code, (code,))]
    else:
        codes = [row for one in code.split("+") for row in rows_of(report, one)]
        totals = [total_of(report, T2, row, KINDS) for row in codes]
    known = [total for total in totals if total is not None]
    if not known or len(known) < len(totals):
        return None
    return Sum(sum((one.filled for one in known), Decimal(0)), all(one.is_whole for one in known))


def rows_of(report: Report, code: str) -> tuple[str, ...]:
    """Return the rows of the table that make up what the prose calls a group."""
    return report.leaves(code) if code in GROUPS else (code,)


def total_of(report: Report, part: str, code: str, parts: tuple[str, ...]) -> Sum | None:
    """Return a row's total, from its parts where it is blank; None where it was not seen."""
    total = report.sum_of([(part, code, TOTAL)])
    if total is None or total.is_whole:
        return total
    return report.sum_of((part, code, name) for name in parts)


def name_of(report: Report, place: Place) -> str:
    """Return what a figure of the prose is about, as the form calls it."""
    part, code, _ = place
    table = {PROSE_DOCUMENTS: T1, PROSE_REQUESTS: T2}.get(part, T3)
    return "与".join(report.label(table, one) for one in code.split("+"))
