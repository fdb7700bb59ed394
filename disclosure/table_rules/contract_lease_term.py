"""contract-lease-term: a lease runs longer than law allows (民法典 art. 705: twenty years)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from disclosure.problem import Code, Problem
from disclosure.table_rules.contracts import TABLE
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, day, text

CODE = Code(
    "contract-lease-term",
    zh="合同 {contract} 从 {start} 起，{title}是 {value}，租赁期限超过{years}年",
    en="contract {contract} runs from {start} to {value}, longer than {years} years",
    hint_zh="租赁期限超过{years}年的，超过部分无效；请核对起止日期，期限确实过长的应变更合同",
    hint_en="what goes beyond {years} years is void; check the days or amend the contract",
)
FIGURE = "lease-term-maximum"
LEASE = "租赁"


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every lease that ends after the last day law allows."""
    figure = known.catalogue.figure(FIGURE)
    for row in sheet.rows:
        start, end = day(row, "start_on"), day(row, "end_on")
        if text(row, "contract_type") != LEASE or start is None or end is None:
            continue
        if end > last_day(start, figure.number):
            yield sheet.problem(
                CODE,
                row,
                "end_on",
                end,
                severity=figure.severity,
                contract=row.cells["contract_no"],
                start=start,
                years=figure.number,
            )


def last_day(start: date, years: int) -> date:
    """Return the last day of some years that begin on a day."""
    try:
        after = start.replace(year=start.year + years)
    except ValueError:  # 29 February
        after = date(start.year + years, 3, 1)
    return after - timedelta(days=1)
