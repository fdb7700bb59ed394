"""tender-settlement: a settlement is not contract plus changes, or more was paid. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount

CODE = Code(
    "tender-settlement",
    zh="{project} 的{title}是 {value}，{reason_zh}",
    en="{project}: {field} is {value}, {reason_en}",
    hint_zh="结算金额等于合同金额加变更金额（核减的写负数），累计支付不得超过",
    hint_en="settled = contract + change (a cut is negative); not more than that is paid",
)


@sheet_rule(CODE, "project_tender")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every settlement that is another sum, and every payment beyond what is owed."""
    for row in sheet.rows:
        contract, change = amount(row, "contract_amount"), amount(row, "change_amount")
        settled, paid = amount(row, "settled_amount"), amount(row, "paid_amount")
        if contract is None or change is None:
            continue
        owed, name = contract + change, "合同金额加变更金额"
        found = []
        if settled is not None and settled != owed:
            zh = f"合同金额 {contract:.2f} 加变更金额 {change:.2f} 为 {owed:.2f}"
            found.append(("settled_amount", settled, zh, f"expected {owed:.2f}"))
        if settled is not None:
            owed, name = settled, "结算金额"
        if paid is not None and paid > owed:
            found.append(("paid_amount", paid, f"超过{name} {owed:.2f}", f"{owed:.2f} is owed"))
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
