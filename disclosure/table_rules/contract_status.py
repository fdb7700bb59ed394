"""contract-status: the status of a contract and its last day contradict each other. Design.

Ended before the end of the quarter, it is not 履行中 and not 未开始 any more.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.period import parse_period
from disclosure.problem import Code, Problem
from disclosure.table_rules.contracts import TABLE
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, day, text

CODE = Code(
    "contract-status",
    zh="合同 {contract} 终止日是 {end}，{period} 终了时{title}仍是“{value}”，应为“{expected}”",
    en="contract {contract} ended on {end}, its status is still {value!r}",
    hint_zh="请把履行状态改为“已到期”；已续签的，按新合同填写",
    hint_en="write 已到期, or enter the renewed contract",
)
RUNNING, ENDED = frozenset({"履行中", "未开始"}), "已到期"


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every contract that is called running after its end."""
    for row in sheet.rows:
        end, period = day(row, "end_on"), parse_period(text(row, "period"))
        status = text(row, "status")
        if end and period and end < period.last and status in RUNNING:
            yield sheet.problem(
                CODE,
                row,
                "status",
                status,
                contract=row.cells["contract_no"],
                end=end,
                period=row.cells["period"],
                expected=ENDED,
            )
