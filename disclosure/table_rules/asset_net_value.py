"""asset-net-value: net value is not original value less depreciation, which lies between.

Design of this catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.areas import TABLE
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amounts

CODE = Code(
    "asset-net-value",
    zh="资产 {asset} 的{title}是 {value}，{reason_zh}",
    en="asset {asset}: {field} is {value}, {reason_en}",
    hint_zh="请与固定资产卡片核对：净值等于原值减累计折旧，累计折旧不大于原值",
    hint_en="net value = original value - depreciation; depreciation <= original value",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every asset whose three values do not agree."""
    for row in sheet.rows:
        given = amounts(row, "original_value", "acc_depreciation", "net_value")
        if given is None:
            continue
        original, worn, net = given
        reason = None
        if not 0 <= worn <= original:
            reason = f"应在 0 与原值 {original:.2f} 之间", f"original value is {original:.2f}"
            column, value = "acc_depreciation", worn
        elif net != original - worn:
            expected = original - worn
            reason = (
                f"原值 {original:.2f} 减累计折旧 {worn:.2f} 为 {expected:.2f}",
                f"expected {expected:.2f}",
            )
            column, value = "net_value", net
        if reason:
            yield sheet.problem(
                CODE,
                row,
                column,
                value,
                asset=row.cells["asset_no"],
                reason_zh=reason[0],
                reason_en=reason[1],
            )
