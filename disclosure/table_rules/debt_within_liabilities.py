"""debt-within-liabilities: the debts listed exceed all liabilities of the balance sheet. Design.

The balance sheet is that of the quarter, or of its last month, on the row ALL.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import ALL, amount, text
from disclosure.table_rules.summaries import months_within, summaries

CODE = Code(
    "debt-within-liabilities",
    zh="{period} 债务期末余额合计 {value}，超过汇总表负债合计 {expected}",
    en="debts of {period} add up to {value}, the balance sheet has {expected}",
    hint_zh="请核对债权债务表和资产负债表：可能有债务没有入账，或同一笔列了两次",
    hint_en="compare the two tables: a debt may not be entered, or be listed twice",
    severity=Severity.WARNING,
)
TABLE, DEBT = "debt_claim", "债务"


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every quarter whose debts exceed its liabilities, at the first debt."""
    debts: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in books.lines(TABLE):
        if text(line[1], "kind") == DEBT:
            debts[text(line[1], "division_code"), text(line[1], "period")].append(line)
    for (division, period), lines in sorted(debts.items()):
        total = sum((amount(row, "closing") or Decimal(0) for _, row in lines), Decimal(0))
        liabilities = liabilities_of(books, division, period)
        if liabilities is not None and total > liabilities:
            sheet, row = lines[0]
            yield sheet.problem(CODE, row, "closing", total, period=period, expected=liabilities)


def liabilities_of(books: Books, division: str, period: str) -> Decimal | None:
    """Return the liabilities at the end of a period, None where no balance sheet tells."""
    found = summaries(books)
    for one in (period, *months_within(period)[-1:]):
        line = found.get((division, ALL, one))
        if line:
            return amount(line[1], "liabilities_total")
    return None
