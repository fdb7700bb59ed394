"""procurement-contract-published: a procurement contract was announced late.

政府采购法实施条例 art. 50: within two working days of the contract (category E0705).
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, day

CODE = Code(
    "procurement-contract-published",
    zh="{project} 的合同签订于 {signed}，{title}是 {value}，应在 {expected} 前公告",
    en="{project}: signed on {signed}, announced on {value}, due by {expected}",
    hint_zh="请核对两个日期；合同签订之日起{days}个工作日内公告，逾期的尽快公告并写明原因",
    hint_en="check both days; announce within {days} working days of the contract",
)
PROCUREMENT, FIGURE = "E0705", "procurement-contract-limit"


@sheet_rule(CODE, "project_tender")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every contract announced after the limit, or not at all when the limit has passed."""
    if sheet.code != PROCUREMENT:
        return
    figure = known.catalogue.figure(FIGURE)
    for row in sheet.rows:
        signed, published = day(row, "contract_on"), day(row, "contract_published_on")
        due = known.workdays.add_workdays(signed, figure.number) if signed else None
        if due is None or (published or known.today) <= due:
            continue
        yield sheet.problem(
            CODE,
            row,
            "contract_published_on",
            published,
            severity=figure.severity,
            project=row.cells["project_name"],
            signed=signed,
            expected=due,
            days=figure.number,
        )
