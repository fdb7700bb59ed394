"""assistance-lines-gapless: the lines of a list are not numbered 1, 2, 3 ... Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.rosters import ASSISTANCE, line_number, out_of_sequence

CODE = Code(
    "assistance-lines-gapless",
    zh="名单 {list} 的{title}是 {value}，此处应为 {expected}",
    en="line {value} of list {list}, expected {expected}",
    hint_zh="同一名单从 1 起连续编号；确有漏行的请补上",
    hint_en="number from 1 without gaps; add the line that is missing",
)


@books_rule(CODE, ASSISTANCE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield the first line of every list that breaks the sequence."""
    for line, expected in out_of_sequence(books, ASSISTANCE, "list_no"):
        sheet, row = line
        yield sheet.problem(
            CODE,
            row,
            "line_no",
            line_number(line),
            list=row.cells["list_no"],
            expected=expected,
        )
