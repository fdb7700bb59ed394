"""tender-contract-price: the winner is above the ceiling, or the contract differs from the bid.

招标投标法 art. 46: the contract follows the bid, after a public or an invited tender.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount, text

CODE = Code(
    "tender-contract-price",
    zh="{project} 的{title}是 {value}，{reason_zh}",
    en="{project}: {field} is {value}, {reason_en}",
    hint_zh="请与中标通知书和合同核对；中标价不高于最高限价，招标项目的合同金额等于中标价",
    hint_en="win_price <= ceiling; after a tender contract_amount = win_price",
)
TENDERED = frozenset({"公开招标", "邀请招标"})


@sheet_rule(CODE, "project_tender")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every price above the ceiling and every contract that is not the bid."""
    for row in sheet.rows:
        price, ceiling = amount(row, "win_price"), amount(row, "ceiling")
        contract = amount(row, "contract_amount")
        found = []
        if price is not None and ceiling is not None and price > ceiling:
            found.append(
                ("win_price", price, f"高于最高限价 {ceiling:.2f}", f"ceiling {ceiling:.2f}")
            )
        is_tendered = text(row, "method") in TENDERED
        if is_tendered and contract is not None and price is not None and contract != price:
            found.append(
                ("contract_amount", contract, f"应等于中标价 {price:.2f}", f"bid {price:.2f}")
            )
        for column, value, zh, en in found:
            yield sheet.problem(
                CODE,
                row,
                column,
                value,
                project=row.cells["project_name"],
                reason_zh=zh,
                reason_en=en,
            )
