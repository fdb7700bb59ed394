"""letter-closing-count: the letters of a month do not add up, or do not follow the month before.

closing = opening + received - transferred - closed; opening = the closing before; parts are not
more than their whole. Design.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.calendar_months import before
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import count, counts, text

CODE = Code(
    "letter-closing-count",
    zh="{mailbox}{period} 的{title}是 {value}，{reason_zh}",
    en="{mailbox} in {period}: {field} is {value}, {reason_en}",
    hint_zh="请与信件登记核对；期末在办等于期初在办加本期收到减转出、减本期办结",
    hint_en="check the register of letters: closing = opening + received - transferred - closed",
)
TABLE = "letter_stats"
# A part, and the whole it is a part of.
PARTS = (
    ("closed_on_time", "closed"),
    ("overdue", "closing"),
    ("satisfied", "rated"),
    ("rated", "closed"),
)


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield what does not agree inside a month, and from one month to the next."""
    found: dict[tuple[str, str, str], Line] = {}
    for line in books.lines(TABLE):
        row = line[1]
        key = text(row, "division_code"), text(row, "mailbox"), text(row, "period")
        found[key] = line
    for (division, mailbox, period), line in found.items():
        yield from of_row(line)
        earlier = found.get((division, mailbox, before(period)))
        opening = count(line[1], "opening")
        closing = count(earlier[1], "closing") if earlier else None
        if opening is not None and closing is not None and opening != closing:
            zh = f"{before(period)} 期末在办是 {closing}"
            yield problem(line, "opening", zh, f"the month before closed with {closing}")


def of_row(line: Line) -> Iterator[Problem]:
    """Yield what one row contradicts itself in."""
    sheet, row = line
    given = counts(row, "opening", "received", "transferred", "closed", "closing")
    if given:
        opening, received, transferred, closed, closing = given
        expected = opening + received - transferred - closed
        if closing != expected:
            zh = (
                f"期初 {opening} 加收到 {received} 减转出 {transferred}、办结 {closed} "
                f"为 {expected}"
            )
            yield problem(line, "closing", zh, f"expected {expected}")
    for part, whole in PARTS:
        pair = counts(row, part, whole)
        if pair and pair[0] > pair[1]:
            yield problem(line, part, f"多于{sheet.title(whole)} {pair[1]}", f"above {pair[1]}")


def problem(line: Line, column: str, zh: str, en: str) -> Problem:
    """Return the problem of one figure."""
    sheet, row = line
    return sheet.problem(
        CODE,
        row,
        column,
        row.cells[column],
        mailbox=row.cells["mailbox"],
        period=row.cells["period"],
        reason_zh=zh,
        reason_en=en,
    )
