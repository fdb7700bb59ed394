"""land-ballot-named: 安置补助费 is shared out and names no ballot.

土地补偿费 is the matter of `land-compensation-ballot`; other items go to their owners without a
vote. Design.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.land import RESETTLEMENT, TABLE, is_shared_out
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "land-ballot-named",
    zh="安置补助费已分配或留存，没有填写{title}",
    en="resettlement money was shared out and no ballot is named",
    hint_zh="请在表决编号（ballot_id）一列填写议决分配方案的表决",
    hint_en="give the ballot that decided on it in ballot_id",
    severity=Severity.WARNING,
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every such item without a ballot."""
    for row in sheet.rows:
        is_open = text(row, "item") == RESETTLEMENT and is_shared_out(row)
        if is_open and not text(row, "ballot_id"):
            yield sheet.problem(CODE, row, "ballot_id", "")
