"""fee-single-effective-row: two prices of one fee apply on the same day. Design.

On its 废止日期 a price applies no more, so the next one may begin that day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import day, text

CODE = Code(
    "fee-single-effective-row",
    zh="收费项目 {fee} 的{title}是 {value}，此前自 {earlier} 起的一行在这一天仍有效",
    en="fee {fee}: a row from {value} begins while that of {earlier} still applies",
    hint_zh="请在前一行填写废止日期（effective_to），不晚于本行执行日期",
    hint_en="give the row before an effective_to no later than this one begins",
)
TABLE = "fee_item"


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every row that begins before the one ahead of it ends."""
    fees: dict[tuple[str, str], dict[date, Line]] = defaultdict(dict)
    for line in books.lines(TABLE):
        begins = day(line[1], "effective_from")
        if begins:
            fee = text(line[1], "division_code"), text(line[1], "fee_code")
            fees[fee][begins] = line  # the same row published again replaces itself
    for (_, code), lines in fees.items():
        for (earlier, before), (begins, line) in pairwise(sorted(lines.items(), key=first)):
            ends = day(before[1], "effective_to")
            if ends is None or ends > begins:
                sheet, row = line
                yield sheet.problem(CODE, row, "effective_from", begins, fee=code, earlier=earlier)


def first(item: tuple[date, Line]) -> date:
    """Return the day a row begins."""
    return item[0]
