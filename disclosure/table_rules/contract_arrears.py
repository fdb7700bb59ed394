"""contract-arrears: arrears do not follow from what was due and received.

Below 0 they do not fit the schema. Design of this catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.contracts import TABLE
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amounts

CODE = Code(
    "contract-arrears",
    zh="合同 {contract} 的{title}是 {value}，"
    "期初欠收 {opening} 加本期应收 {due} 减本期实收 {received} 为 {expected}",
    en="contract {contract}: arrears of {value}, expected {expected}",
    hint_zh="请核对四个金额；预收以后各期的款项，列入以后各期应收，不计负的欠收",
    hint_en="check the four amounts; money received in advance belongs to a later period",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every row whose closing arrears are not what its amounts give."""
    for row in sheet.rows:
        given = amounts(row, "arrears_opening", "due_amount", "received_amount", "arrears_closing")
        if given is None:
            continue
        opening, due, received, closing = given
        expected = opening + due - received
        if closing != expected:
            yield sheet.problem(
                CODE,
                row,
                "arrears_closing",
                closing,
                contract=row.cells["contract_no"],
                opening=opening,
                due=due,
                received=received,
                expected=expected,
            )
