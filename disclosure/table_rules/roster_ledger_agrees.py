"""roster-ledger-agrees: a batch the village paid itself is not what its ledger says. Design.

The package names the vouchers as `controls.voucher_no`; they are sought in the village's ledger
and in that of its fund. Where the ledger of the month is not published yet, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.controls import stated_texts
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.funds import EXPENSE
from disclosure.table_rules.funds import LEDGER as FUND_LEDGER
from disclosure.table_rules.ledgers import TABLE as VILLAGE_LEDGER
from disclosure.table_rules.rosters import TABLE
from disclosure.table_rules.sheet import Sheet, amount, day, text

CODE = Code(
    "roster-ledger-agrees",
    zh="发放合计 {total}，凭证 {vouchers} {reason_zh}",
    en="{total} was paid, the vouchers {vouchers} {reason_en}",
    hint_zh="请核对清册、收支账和凭证号（controls.voucher_no）",
    hint_en="check roster, ledger and the numbers under controls.voucher_no",
)
VOUCHERS = "voucher_no"
SPENT = ("direction", "支出"), ("entry_kind", EXPENSE)


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every roster whose vouchers are missing from the ledgers, or differ from it."""
    for sheet in books.of(TABLE):
        vouchers = stated_texts(sheet.entry, VOUCHERS)
        if not vouchers or not sheet.rows:
            continue
        total = sum((amount(row, "amount_paid") or Decimal(0) for row in sheet.rows), Decimal(0))
        lines = list(spent_by(books, sheet, set(vouchers)))
        entered = sum((amount(row, "amount") or Decimal(0) for _, row in lines), Decimal(0))
        missing = sorted(set(vouchers) - {text(row, "voucher_no") for _, row in lines})
        if missing and (lines or is_published(books, sheet)):
            reason = f"中的 {'、'.join(missing)} 在收支账里没有", "are not all in the ledger"
        elif lines and entered != total:
            reason = f"在收支账里合计 {entered:.2f}", f"add up to {entered:.2f}"
        else:
            continue
        yield sheet.problem(
            CODE,
            sheet.rows[0],
            "amount_paid",
            total,
            total=total,
            vouchers="、".join(vouchers),
            reason_zh=reason[0],
            reason_en=reason[1],
        )


def spent_by(books: Books, sheet: Sheet, vouchers: set[str]) -> Iterator[Line]:
    """Yield the lines of both ledgers by which a roster's village spent under some vouchers."""
    divisions = {text(row, "division_code") for row in sheet.rows}
    for table in (VILLAGE_LEDGER, FUND_LEDGER):
        for line in books.lines(table):
            row = line[1]
            if (
                text(row, "voucher_no") in vouchers
                and text(row, "division_code") in divisions
                and any(text(row, column) == word for column, word in SPENT)
            ):
                yield line


def is_published(books: Books, sheet: Sheet) -> bool:
    """Tell whether the village's ledger of the month in which the roster was paid is there."""
    months = {str(paid)[:7] for row in sheet.rows if (paid := day(row, "paid_on"))}
    return any(text(row, "period") in months for _, row in books.lines(VILLAGE_LEDGER))
