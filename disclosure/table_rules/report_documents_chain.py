"""report-documents-chain: documents in force do not follow from the year before (rule A5).

in_force of a year = in_force of the year before + made - repealed, for 规章 and 行政规范性文件;
asked where the reports of both years are published.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.annual_reports import T1, TABLE
from disclosure.table_rules.books import Books
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.report_years import years_of

CODE = Code(
    "report-documents-chain",
    zh="{report}表一“{label}”：现行有效 {value} 件，上年 {before} 件加制发 {made} 件减废止 {repealed} 件是 {expected} 件",  # noqa: E501
    en="{report}, table 1, {row_code}: {value} in force, {expected} by the year before",
    hint_zh="请核对现行有效文件目录；清理口径有变化的，在正文中说明",
    hint_en="check the list of documents in force; explain a change of scope in the text",
)
ROWS = ("a1.reg", "a1.norm")


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every count that the report of the year before does not lead to."""
    for report, last in years_of(books, known.catalogue):
        for code in ROWS:
            row = report.row(T1, code, "in_force")
            value, before = report.value(T1, code, "in_force"), last.value(T1, code, "in_force")
            made, repealed = report.value(T1, code, "made"), report.value(T1, code, "repealed")
            if row is None or value is None or before is None or made is None or repealed is None:
                continue
            expected = before + made - repealed
            if value != expected:
                yield report.problem(
                    CODE,
                    row,
                    label=report.label(T1, code),
                    row_code=code,
                    before=f"{before:f}",
                    made=f"{made:f}",
                    repealed=f"{repealed:f}",
                    expected=f"{expected:f}",
                )
