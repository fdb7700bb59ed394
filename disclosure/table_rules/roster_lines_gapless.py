"""roster-lines-gapless: the lines of a batch are not numbered 1, 2, 3 ... Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.rosters import TABLE, line_number, out_of_sequence

CODE = Code(
    "roster-lines-gapless",
    zh="批次 {batch} 的{title}是 {value}，此处应为 {expected}",
    en="line {value} of batch {batch}, expected {expected}",
    hint_zh="同一批次从 1 起连续编号；确有漏行的请补上",
    hint_en="number from 1 without gaps; add the line that is missing",
)


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield the first line of every batch that breaks the sequence."""
    for line, expected in out_of_sequence(books, TABLE, "batch_no"):
        sheet, row = line
        yield sheet.problem(
            CODE,
            row,
            "line_no",
            line_number(line),
            batch=row.cells["batch_no"],
            expected=expected,
        )
