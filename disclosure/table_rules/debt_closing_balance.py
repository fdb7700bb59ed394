"""debt-closing-balance: a claim or debt does not follow from the quarter before, or is lost.

closing = opening + increase - decrease (the schema refuses less than 0); opening = the closing
before; an item leaves the list only after it closed with 0. Design.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.calendar_months import before
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import amount, amounts, text

CODE = Code(
    "debt-closing-balance",
    zh="{claim} 的{title}是 {value}，{reason_zh}",
    en="{claim}: {field} is {value}, {reason_en}",
    hint_zh="请与债权债务明细账核对；核销的先列入本期减少，余额为零后下期不再列示",
    hint_en="check the ledger; a write-off is a decrease first, and leaves the list after that",
)
TABLE = "debt_claim"
Key = tuple[str, str]  # division code and period


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield what does not add up inside a quarter and from one quarter to the next."""
    quarters: dict[Key, dict[str, Line]] = defaultdict(dict)
    for line in books.lines(TABLE):
        row = line[1]
        quarters[text(row, "division_code"), text(row, "period")][text(row, "claim_no")] = line
    for (division, period), claims in sorted(quarters.items()):
        earlier = quarters.get((division, before(period)), {})
        for number, line in claims.items():
            yield from of_row(line)
            if number in earlier:
                yield from of_opening(line, earlier[number])
        for number, line in earlier.items():
            closing = amount(line[1], "closing")
            if closing and number not in claims:
                zh = f"还没有结清，{period} 的表中不再列示"
                yield problem(line, "closing", zh, f"not settled, and not in {period}")


def of_row(line: Line) -> Iterator[Problem]:
    """Yield the problem of a row whose closing balance its amounts do not give."""
    given = amounts(line[1], "opening", "increase", "decrease", "closing")
    if given is None:
        return
    opening, increase, decrease, closing = given
    expected = opening + increase - decrease
    if closing != expected:
        zh = f"期初 {opening:.2f} 加增加 {increase:.2f} 减减少 {decrease:.2f} 为 {expected:.2f}"
        yield problem(line, "closing", zh, f"expected {expected:.2f}")


def of_opening(line: Line, earlier: Line) -> Iterator[Problem]:
    """Yield the problem of an opening balance that is not the closing one before it."""
    opening, closing = amount(line[1], "opening"), amount(earlier[1], "closing")
    if opening is not None and closing is not None and opening != closing:
        zh = f"{text(earlier[1], 'period')} 期末余额是 {closing:.2f}"
        yield problem(line, "opening", zh, f"the quarter before closed with {closing:.2f}")


def problem(line: Line, column: str, zh: str, en: str) -> Problem:
    """Return the problem of one claim or debt."""
    sheet, row = line
    return sheet.problem(
        CODE,
        row,
        column,
        row.cells[column],
        claim=row.cells["claim_no"],
        reason_zh=zh,
        reason_en=en,
    )
