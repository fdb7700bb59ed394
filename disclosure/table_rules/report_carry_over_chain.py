"""report-carry-over-chain: what is carried in is not what the year before carried out (rule A6)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.annual_reports import CARRIED_IN, CARRIED_OUT, KINDS, T2, TABLE, TOTAL
from disclosure.table_rules.books import Books
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.report_years import years_of

CODE = Code(
    "report-carry-over-chain",
    zh="{report}表二“{kind}”栏：上年结转 {value} 件，上年报告写的结转下年度是 {before} 件",
    en="{report}, table 2, {kind_en}: {value} carried in, the year before carried out {before}",
    hint_zh="请与上年报告核对；上年报告有误的，先更正上年报告",
    hint_en="check the report of the year before, and correct that first if it is wrong",
)


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every column in which the two years do not meet."""
    for report, last in years_of(books, known.catalogue):
        for kind in (*KINDS, TOTAL):
            row = report.row(T2, CARRIED_IN, kind)
            value, before = report.value(T2, CARRIED_IN, kind), last.value(T2, CARRIED_OUT, kind)
            if row and value is not None and before is not None and value != before:
                yield report.problem(
                    CODE, row, kind=report.column(kind), kind_en=kind, before=f"{before:f}"
                )
