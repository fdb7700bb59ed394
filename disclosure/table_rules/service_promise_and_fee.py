"""service-promise-and-fee: an item promises more days than law allows, or names no known fee.

A fee is 不收费, or its code is one of the fee lists of the division and the places above it, in
force on the day of the check. Codes are looked up where any of them publishes fees. Design.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.dataset.values import Row
from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import Sheet, count, day, text

CODE = Code(
    "service-promise-and-fee",
    zh="事项 {item} 的{title}是 {value}，{reason_zh}",
    en="item {item}: {field} is {value}, {reason_en}",
    hint_zh="承诺时限不长于法定时限；不收费的写“不收费”，收费的填写收费目录中现行有效的编码",
    hint_en="promise no more than law; write 不收费, or the code of a fee in force",
)
TABLE, FEES, FREE = "service_item", "fee_item", "不收费"


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield promises beyond the law and fees that no list holds."""
    lists = (*books.of(FEES), *books.above.get(FEES, ()))
    in_force = fees_on(lists, known.today)
    for sheet, row in books.lines(TABLE):
        legal, promised = count(row, "legal_days"), count(row, "promised_days")
        if legal is not None and promised is not None and promised > legal:
            zh, en = f"长于法定时限 {legal} 个工作日", f"law allows {legal}"
            yield problem(sheet, row, "promised_days", zh, en)
        standard, fee = text(row, "fee"), text(row, "fee_code")
        if not standard or standard.startswith(FREE):
            continue
        if not fee:
            yield problem(sheet, row, "fee_code", "收费的事项应填写编码", "a fee needs its code")
        elif lists and fee not in in_force:
            yield problem(
                sheet, row, "fee_code", "收费目录中没有现行有效的这一项", "no fee in force"
            )


def fees_on(lists: tuple[Sheet, ...], today: date) -> frozenset[str]:
    """Return the codes of the fees in force on a day."""
    found = set()
    for sheet in lists:
        for row in sheet.rows:
            begins, ends = day(row, "effective_from"), day(row, "effective_to")
            if begins and begins <= today and (ends is None or today < ends):
                found.add(text(row, "fee_code"))
    return frozenset(found)


def problem(sheet: Sheet, row: Row, column: str, zh: str, en: str) -> Problem:
    """Return the problem of one item."""
    return sheet.problem(
        CODE,
        row,
        column,
        row.cells.get(column),
        item=row.cells["item_code"],
        reason_zh=zh,
        reason_en=en,
    )
