"""land-distribution-agrees: what an item paid to households is not what its roster paid. Design.

Asked where the division publishes the roster of the batch.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.land import TABLE
from disclosure.table_rules.sheet import amount, count, text

CODE = Code(
    "land-distribution-agrees",
    zh="{item}的{title}是 {value}，分户批次 {batch} 为 {expected}",
    en="{field} is {value}, the roster {batch} gives {expected}",
    hint_zh="请与分户发放清单核对：是否漏行、多行，或者批次号填错",
    hint_en="compare with the roster: a row may be missing or doubled, or the batch be wrong",
)
ROSTER = "payment_roster"


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every sum and every number of households that the roster does not give."""
    batches: dict[str, list[Line]] = defaultdict(list)
    for line in books.lines(ROSTER):
        batches[text(line[1], "batch_no")].append(line)
    for line in books.lines(TABLE):
        batch = text(line[1], "batch_no")
        if batch in batches:
            yield from compare(line, batch, batches[batch])


def compare(line: Line, batch: str, roster: list[Line]) -> Iterator[Problem]:
    """Yield what one item and its roster do not agree on."""
    sheet, row = line
    paid = sum((amount(one, "amount_paid") or Decimal(0) for _, one in roster), Decimal(0))
    households = len({text(one, "household_no") for _, one in roster})
    found = (
        ("distributed", amount(row, "distributed"), paid),
        ("households", count(row, "households"), households),
    )
    for column, value, expected in found:
        if value is not None and value != expected:
            yield sheet.problem(
                CODE, row, column, value, item=row.cells["item"], batch=batch, expected=expected
            )
