"""roster-line-unique: a person of a household stands twice in one batch. Design.

What is paid by the machine, by the parcel of land or by the tree may stand in several lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.rosters import TABLE
from disclosure.table_rules.sheet import text

CODE = Code(
    "roster-line-unique",
    zh="批次 {batch} 中户号 {value} 的同一人已列在第 {other} 行",
    en="batch {batch}: the same person of household {value} stands in row {other} already",
    hint_zh="请删去重复的一行；同户两人姓名遮蔽后相同的，其中一人多留末字，如“王*明”",
    hint_en="delete the repeated row; where two masks are alike, keep the last character of one",
)
SEVERAL = frozenset({"台", "亩", "株"})


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every line that repeats a person."""
    seen: dict[tuple[str, str, str], int] = {}
    for sheet, row in books.lines(TABLE):
        if text(row, "basis_unit") in SEVERAL:
            continue
        household = text(row, "household_no")
        key = text(row, "batch_no"), household, text(row, "person_masked")
        first = seen.setdefault(key, row.number)
        if first != row.number:
            yield sheet.problem(CODE, row, "household_no", household, batch=key[0], other=first)
