"""case-promise-within-law: a case is promised later than law allows for its item. Design.

The item is looked for in the division's own list and in those of the places above it.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import count, text

CODE = Code(
    "case-promise-within-law",
    zh="办件 {case} 的{title}是 {value}，事项 {item} 的法定时限是 {expected} 个工作日",
    en="case {case} is promised in {value} days, law allows {expected} for {item}",
    hint_zh="承诺天数不得超过法定时限，请核对办件和办事指南",
    hint_en="a promise must not exceed the limit of law; check case and guide",
)
TABLE, ITEMS, WORKING = "case_progress", "service_item", "working"


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every case promised for later than its item's limit."""
    limits: dict[str, int] = {}
    for sheet in (*books.above.get(ITEMS, ()), *books.of(ITEMS)):
        for row in sheet.rows:
            limit = count(row, "legal_days")
            if limit is not None:
                limits[text(row, "item_code")] = limit
    for sheet, row in books.lines(TABLE):
        promised, item = count(row, "promised_days"), text(row, "item_code")
        limit = limits.get(item)
        if text(row, "day_basis") != WORKING or promised is None or limit is None:
            continue
        if promised > limit:
            yield sheet.problem(
                CODE,
                row,
                "promised_days",
                promised,
                case=row.cells["case_no"],
                item=item,
                expected=limit,
            )
