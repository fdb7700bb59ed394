"""contract-date-order: a contract begins before it is signed, or ends before it begins. Design.

A renewal may be signed after its start.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.contracts import TABLE
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, day, text

CODE = Code(
    "contract-date-order",
    zh="合同 {contract} 的{title}是 {value}，{reason_zh}",
    en="contract {contract}: {field} is {value}, {reason_en}",
    hint_zh="请与合同文本核对；续签的合同，填写续签原合同编号（renewal_of）",
    hint_en="check the contract; a renewal names the old one in renewal_of",
    severity=Severity.WARNING,
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every contract whose days are out of order."""
    for row in sheet.rows:
        signed, start, end = (day(row, name) for name in ("signed_on", "start_on", "end_on"))
        if start is None:
            continue
        found = []
        if signed and signed > start and not text(row, "renewal_of"):
            found.append(("signed_on", signed, f"晚于起始日 {start}", f"after the start {start}"))
        if end and end <= start:
            found.append(("end_on", end, f"不晚于起始日 {start}", f"not after the start {start}"))
        for column, value, zh, en in found:
            yield sheet.problem(
                CODE,
                row,
                column,
                value,
                contract=row.cells["contract_no"],
                reason_zh=zh,
                reason_en=en,
            )
