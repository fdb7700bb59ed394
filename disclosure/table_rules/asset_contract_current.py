"""asset-contract-current: what is let names no contract that covers the day of the register.

The contract is looked for where the division publishes contracts; only the newest register is held
against them, since earlier contracts leave the list. Design.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.areas import TABLE
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.contracts import TABLE as CONTRACTS
from disclosure.table_rules.contracts import contracts
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import day, text

CODE = Code(
    "asset-contract-current",
    zh="资产 {asset} 使用状况为“{status}”，{title}是“{value}”，{reason_zh}",
    en="asset {asset} is let: contract {value!r}, {reason_en}",
    hint_zh="请填写合同台账中的合同编号；合同已到期的，改正使用状况或补签合同",
    hint_en="give the number of a contract of the register that covers the day",
)
LET = frozenset({"出租", "发包"})


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every asset that is let without a contract in force on the day."""
    found = contracts(books)
    is_published = books.has(CONTRACTS)
    for line in books.lines(TABLE):
        sheet, row = line
        if text(row, "use_status") not in LET:
            continue
        number, on = text(row, "contract_no"), day(row, "as_of")
        lines = found.get(number, [])
        if not number:
            reason = "没有填写", "none is given"
        elif is_published and not lines:
            reason = "合同台账中没有这份合同", "it is not in the register of contracts"
        elif lines and on and not any(covers(one, on.isoformat()) for one in lines):
            start, end = day(lines[-1][1], "start_on"), day(lines[-1][1], "end_on")
            reason = (
                f"合同期限 {start} 至 {end} 不包括清查日期 {on}",
                f"its term {start} to {end} does not cover {on}",
            )
        else:
            continue
        yield sheet.problem(
            CODE,
            row,
            "contract_no",
            number or None,
            asset=row.cells["asset_no"],
            status=row.cells["use_status"],
            reason_zh=reason[0],
            reason_en=reason[1],
        )


def covers(line: Line, on: str) -> bool:
    """Tell whether a contract runs on a day."""
    start, end = day(line[1], "start_on"), day(line[1], "end_on")
    return bool(start and end and start.isoformat() <= on <= end.isoformat())
