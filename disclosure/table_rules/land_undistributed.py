"""land-undistributed: land compensation received, kept, paid out and left does not add up.

Design of this catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.land import TABLE
from disclosure.table_rules.sheet import Sheet, amounts

CODE = Code(
    "land-undistributed",
    zh="{item}的{title}是 {value}，{reason_zh}",
    en="{field} is {value}, {reason_en}",
    hint_zh="待分配等于已到账减集体留存、已分配到户、划入社保专户，不得小于零；到账不大于应补",
    hint_en="undistributed = received - retained - distributed - paid to the fund, not below 0",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every item whose amounts do not agree."""
    for row in sheet.rows:
        given = amounts(
            row,
            "payable",
            "received",
            "collective_retained",
            "distributed",
            "paid_to_fund",
            "undistributed",
        )
        for column, value, zh, en in wrong(given) if given else ():
            yield sheet.problem(
                CODE, row, column, value, item=row.cells["item"], reason_zh=zh, reason_en=en
            )


def wrong(given: tuple[Decimal, ...]) -> Iterator[tuple[str, Decimal, str, str]]:
    """Yield the columns of an item that are wrong, with why in two languages."""
    payable, received, retained, distributed, fund, left = given
    if received > payable:
        yield "received", received, f"多于应补金额 {payable:.2f}", f"{payable:.2f} is payable"
    expected = received - retained - distributed - fund
    if left != expected:
        spent = f"留存 {retained:.2f}、到户 {distributed:.2f}、划入社保专户 {fund:.2f}"
        zh = f"已到账 {received:.2f} 减{spent} 为 {expected:.2f}"
        yield "undistributed", left, zh, f"expected {expected:.2f}"
