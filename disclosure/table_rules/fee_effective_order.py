"""fee-effective-order: a fee ends before it begins. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, day

CODE = Code(
    "fee-effective-order",
    zh="收费项目 {fee} 的{title}是 {value}，不晚于执行日期 {begins}",
    en="fee {fee} ends on {value}, it begins on {begins}",
    hint_zh="请与收费文件核对两个日期；现行有效的，废止日期留空",
    hint_en="check the two days; leave effective_to blank while it applies",
)


@sheet_rule(CODE, "fee_item")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every row that ends no later than it begins."""
    for row in sheet.rows:
        begins, ends = day(row, "effective_from"), day(row, "effective_to")
        if begins and ends and ends <= begins:
            yield sheet.problem(
                CODE, row, "effective_to", ends, fee=row.cells["fee_code"], begins=begins
            )
