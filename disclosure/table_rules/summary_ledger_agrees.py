"""summary-ledger-agrees: a summary differs from the ledger of the same account and months.

Asked where the ledger of every month of the period is published. The row ALL is compared where it
stands alone; else `summary-total-row` looks at it. Design.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.ledgers import published_months, runs
from disclosure.table_rules.sheet import ALL, amount, text
from disclosure.table_rules.summaries import TABLE, months_within, summaries

CODE = Code(
    "summary-ledger-agrees",
    zh="账户“{account}”{period} 的{title}是 {value}，收支明细账同期合计 {expected}",
    en="{period} of account {account}: {value} in the summary, {expected} in the ledger",
    hint_zh="请核对汇总表与各月明细账：是否漏记、重记或记错账户",
    hint_en="compare summary and monthly ledgers: an entry may be missing, doubled or misplaced",
)
COLUMN_BY_DIRECTION = {
    "收入": "income",
    "支出": "expense",
    "转入": "transfer_in",
    "转出": "transfer_out",
}
Totals = dict[tuple[str, str, str, str], Decimal]  # division, account, month, column


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every figure of a summary that the ledger does not give."""
    published = published_months(books)
    if not published:
        return
    totals = ledger_totals(books)
    found = summaries(books)
    together = defaultdict(set)
    for division, account, period in found:
        together[division, period].add(account)
    for (division, account, period), line in found.items():
        months = months_within(period)
        if not months or not published.issuperset(months):
            continue
        others = together[division, period]
        if account != ALL:
            yield from compare(line, division, (account,), period, totals)
        elif others == {ALL}:
            ledgers = tuple(sorted({key[1] for key in totals if key[0] == division}))
            yield from compare(line, division, ledgers, period, totals)
        else:
            # An account of the ledger that the summary leaves out is missing from the total.
            for left_out in sorted({key[1] for key in totals if key[0] == division} - others):
                yield from left_out_account(line, division, left_out, period, totals)


def ledger_totals(books: Books) -> Totals:
    """Return the sums of the ledger by account, month and column of the summary."""
    totals: Totals = defaultdict(Decimal)
    for (division, account), month, lines in runs(books):
        for _, row in lines:
            column = COLUMN_BY_DIRECTION.get(text(row, "direction"), "")
            totals[division, account, month, column] += amount(row, "amount") or 0
    return totals


def sum_of(
    totals: Totals, division: str, accounts: tuple[str, ...], period: str, column: str
) -> Decimal:
    """Return what the ledger gives for some accounts over the months of a period."""
    return sum(
        (
            totals.get((division, account, month, column), Decimal(0))
            for account in accounts
            for month in months_within(period)
        ),
        Decimal(0),
    )


def compare(
    line: Line, division: str, accounts: tuple[str, ...], period: str, totals: Totals
) -> Iterator[Problem]:
    """Yield the figures of one row that differ from the ledger."""
    sheet, row = line
    for column in COLUMN_BY_DIRECTION.values():
        value = amount(row, column)
        expected = sum_of(totals, division, accounts, period, column)
        if value is not None and value != expected:
            yield sheet.problem(
                CODE,
                row,
                column,
                value,
                account=row.cells["account_id"],
                period=period,
                expected=expected,
            )


def left_out_account(
    line: Line, division: str, account: str, period: str, totals: Totals
) -> Iterator[Problem]:
    """Yield the movements of an account that has no row in the summary."""
    sheet, row = line
    for column in COLUMN_BY_DIRECTION.values():
        expected = sum_of(totals, division, (account,), period, column)
        if expected:
            yield sheet.problem(
                CODE, row, column, None, account=account, period=period, expected=expected
            )
