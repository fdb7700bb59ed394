"""ledger-separation: handler, approver and reviewer of a payment are not different persons. Design.

The reviewer is who reviewed the publication (`review.by`).
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.ledgers import TABLE
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "ledger-separation",
    zh="{title}“{value}”与{other}是同一人",
    en="{value!r} acts as {field} and as {other_en}",
    hint_zh="经手、审批、审核由不同的人办理；填写有误的请改正，确由一人办理的请补办手续",
    hint_en="handling, approving and reviewing are done by different persons",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every line two of whose signatures are the same."""
    reviewer = sheet.entry.header.text("review.by")

    def is_doubtful(handler: str | None, approver: str | None) -> bool:
        return handler == approver or reviewer in (handler or "", approver or "")

    for row in sheet.rows_where(("handler", "approver"), is_doubtful):
        handler, approver = text(row, "handler"), text(row, "approver")
        if handler != approver and reviewer not in (handler, approver):
            continue
        if approver and approver == handler:
            yield sheet.problem(CODE, row, "approver", approver, other="经手人", other_en="handler")
        for column, name in (("handler", handler), ("approver", approver)):
            if name and name == reviewer:
                yield sheet.problem(
                    CODE, row, column, name, other="审核人（review.by）", other_en="reviewer"
                )
