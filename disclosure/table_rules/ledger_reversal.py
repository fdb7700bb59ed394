"""ledger-reversal: a line that names a voucher to reverse does not reverse it (红字冲销).

The voucher stands earlier in the same account, with the same amount and the same direction. In the
first month an account is published, the voucher may be older than what is published. A negative
amount that names no voucher is the matter of `ledger-amount-positive`. Design.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.ledger_plain import is_plain
from disclosure.table_rules.ledgers import TABLE, accounts
from disclosure.table_rules.sheet import amount, text

CODE = Code(
    "ledger-reversal",
    zh="“{title}”是 {value}：{reason_zh}",
    en="{value}: {reason_en}",
    hint_zh="红字冲销须在“冲销凭证”写被冲销的凭证号，金额写负数，收支方向与原凭证相同",
    hint_en="give the voucher in reversal_of, the amount as negative, the same direction",
)
POSITIVE = "填写了冲销凭证，金额应为负数", "it reverses a voucher and must be negative"
UNKNOWN = "账户“{account}”在此之前没有凭证 {voucher}", "no earlier voucher {voucher} in the account"
UNLIKE = (
    "凭证 {voucher} 没有一笔同方向、同金额的分录",
    "voucher {voucher} has no line of this direction and amount",
)


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every reversal that does not undo an earlier line."""
    if is_plain(books):
        return
    for (_, account), by_month in accounts(books).items():
        if not any(row.cells.get("reversal_of") for some in by_month.values() for _, row in some):
            continue  # nearly every account
        seen: dict[str, set[tuple[str, Decimal]]] = {}
        first = next(iter(by_month))
        for month, lines in by_month.items():
            for line in lines:
                row = line[1]
                value, voucher = amount(row, "amount"), text(row, "reversal_of")
                if value is None:
                    continue
                direction = text(row, "direction")
                if voucher:
                    reason = reason_of(value, voucher, direction, seen, is_first=month == first)
                    if reason:
                        yield problem(line, value, voucher, account, reason)
                seen.setdefault(text(row, "voucher_no"), set()).add((direction, value))


def reason_of(
    value: Decimal,
    voucher: str,
    direction: str,
    seen: dict[str, set[tuple[str, Decimal]]],
    *,
    is_first: bool,
) -> tuple[str, str] | None:
    """Return what is wrong with a reversal in two languages, or None."""
    if value > 0:
        return POSITIVE
    if voucher not in seen:
        return None if is_first else UNKNOWN
    return None if (direction, -value) in seen[voucher] else UNLIKE


def problem(
    line: Line, value: Decimal, voucher: str, account: str, reason: tuple[str, str]
) -> Problem:
    """Return the problem of one reversal."""
    sheet, row = line
    zh, en = (part.format(voucher=voucher, account=account) for part in reason)
    return sheet.problem(CODE, row, "amount", value, reason_zh=zh, reason_en=en)
