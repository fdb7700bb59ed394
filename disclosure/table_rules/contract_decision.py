"""contract-decision: collective property is let, sold or invested without naming the decision.

农村集体经济组织法 art. 26: the assembly decides on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.contracts import TABLE
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "contract-decision",
    zh="合同 {contract} 的类型是“{type}”，没有填写{title}",
    en="contract {contract} ({type}) names no decision",
    hint_zh="请在表决编号（decision_ref）一列填写议决这份合同的表决",
    hint_en="give the ballot that decided on it in decision_ref",
)
DECIDED = frozenset({"发包", "租赁", "出让", "投资"})


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every contract about collective property without a decision."""
    for row in sheet.rows:
        kind = text(row, "contract_type")
        if kind in DECIDED and not text(row, "decision_ref"):
            yield sheet.problem(
                CODE, row, "decision_ref", "", contract=row.cells["contract_no"], type=kind
            )
