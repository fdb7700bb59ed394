"""land-item-owner: the collective keeps what belongs to others.

土地管理法实施条例 art. 32: social insurance goes to its fund, crops and buildings to their
owners. What the collective owns itself it may keep, so it warns.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.land import INSURANCE, OWNERS, TABLE
from disclosure.table_rules.sheet import Sheet, amount, text

CODE = Code(
    "land-item-owner",
    zh="{item}的{title}是 {value}，{reason_zh}",
    en="{field} of {item} is {value}, {reason_en}",
    hint_zh="请核对费用项目和金额；属于集体所有的青苗、附着物，请在说明中写明",
    hint_en="check item and amount; say so where the collective owns the crops or buildings",
    severity=Severity.WARNING,
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every amount that stays where it does not belong."""
    for row in sheet.rows:
        item = text(row, "item")
        columns: tuple[str, ...]
        if item == INSURANCE:
            columns = ("collective_retained", "distributed")
            zh, en = "应全部划入社保专户，不留存、不分配到户", "all of it goes to the fund"
        elif item in OWNERS:
            columns = ("collective_retained",)
            zh, en = "应归所有人，集体不得留存", "it belongs to the owners"
        else:
            continue
        for column in columns:
            value = amount(row, column)
            if value:
                yield sheet.problem(CODE, row, column, value, item=item, reason_zh=zh, reason_en=en)
