"""fund-grant-document: a grant from above names no document. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.funds import GRANT, LEDGER
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "fund-grant-document",
    zh="第 {number} 笔是上级拨付，没有填写{title}",
    en="entry {number} is a grant without its document",
    hint_zh="请在文号（approval_doc）一列填写拨款文件的文号",
    hint_en="give the number of the grant's document in approval_doc",
)


@sheet_rule(CODE, LEDGER)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every grant whose document is blank."""
    for row in sheet.rows:
        if text(row, "entry_kind") == GRANT and not text(row, "approval_doc"):
            yield sheet.problem(CODE, row, "approval_doc", "", number=row.cells["entry_no"])
