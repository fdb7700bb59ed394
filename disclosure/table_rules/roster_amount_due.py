"""roster-amount-due: what somebody is due is not quantity times rate less reduction. Design.

Rounded half up to the cent; nobody is paid less than nothing or more than is due.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.rosters import TABLE
from disclosure.table_rules.sheet import CENT, Sheet, amounts

CODE = Code(
    "roster-amount-due",
    zh="{title}是 {value}，{reason_zh}",
    en="{field} is {value}, {reason_en}",
    hint_zh="应付等于核定数量乘标准（四舍五入到分）减减免；实付不小于零、不大于应付",
    hint_en="due = quantity x rate, rounded half up to the cent, less reduction; paid <= due",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every amount that its row does not give."""
    for row in sheet.rows:
        given = amounts(row, "basis_qty", "rate", "reduction", "amount_due", "amount_paid")
        if given is None:
            continue
        quantity, rate, reduction, due, paid = given
        expected = (quantity * rate).quantize(CENT, ROUND_HALF_UP) - reduction
        if due != expected:
            zh = f"核定数量 {quantity} 乘标准 {rate} 减减免 {reduction:.2f} 为 {expected:.2f}"
            yield sheet.problem(
                CODE, row, "amount_due", due, reason_zh=zh, reason_en=f"expected {expected:.2f}"
            )
        if not 0 <= paid <= due:
            yield sheet.problem(
                CODE,
                row,
                "amount_paid",
                paid,
                reason_zh=f"应在 0 与应付金额 {due:.2f} 之间",
                reason_en=f"{due:.2f} is due",
            )
