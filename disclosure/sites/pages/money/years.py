"""Year beside year: each year in sums, and the months that the two newest both have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from disclosure.sites.pages.money.account import Accounts, Month, sum_of
from disclosure.sites.pages.numbers import money_zh


class YearRow(Struct, frozen=True):
    """A year in sums; `months` names those with a ledger."""

    year: int
    months: str
    opening: str
    income: str
    expense: str
    closing: str


class SameMonth(Struct, frozen=True):
    """A month, or all of them, in two years: income of both, then expense of both."""

    title: str
    incomes: tuple[str, str]
    expenses: tuple[str, str]


class Years(Struct, frozen=True):
    """All years, the newest first; `same` are the months of the newest that the one before has too.

    `whole` sums those months; None where there are none.
    """

    rows: tuple[YearRow, ...]
    pair: tuple[int, int]
    same: tuple[SameMonth, ...]
    whole: SameMonth | None


def view_years(accounts: Accounts) -> Years | None:
    """Return year beside year; None where there is only one."""
    numbers = accounts.years
    if len(numbers) < 2:
        return None
    newest, before = ({m.text[5:]: m for m in accounts.year(one)} for one in numbers[:2])
    both = [(newest[number], before[number]) for number in sorted(newest) if number in before]
    same = tuple(same_month(f"{int(a.text[5:])}月", [a], [b]) for a, b in both)
    whole = same_month("合计", [a for a, _ in both], [b for _, b in both]) if both else None
    rows = tuple(year_row(number, accounts.year(number)) for number in numbers)
    return Years(rows, (numbers[0], numbers[1]), same, whole)


def year_row(number: int, months: Sequence[Month]) -> YearRow:
    """Return a year in sums."""
    return YearRow(
        year=number,
        months=months_zh(months),
        opening=money_zh(months[0].opening),
        income=money_zh(sum_of(months, "income")),
        expense=money_zh(sum_of(months, "expense")),
        closing=money_zh(months[-1].closing),
    )


def months_zh(months: Sequence[Month]) -> str:
    """Return some months of a year in words: a stretch without a gap by its ends."""
    numbers = [int(month.text[5:]) for month in months]
    first, last = numbers[0], numbers[-1]
    if len(numbers) == 1:
        return f"{first}月"
    if len(numbers) == last - first + 1:
        return f"{first}月至{last}月"
    return "、".join(f"{number}月" for number in numbers)


def same_month(title: str, newest: Iterable[Month], before: Iterable[Month]) -> SameMonth:
    """Return income and expense of the same months in both years."""
    newest, before = list(newest), list(before)
    return SameMonth(
        title,
        (money_zh(sum_of(newest, "income")), money_zh(sum_of(before, "income"))),
        (money_zh(sum_of(newest, "expense")), money_zh(sum_of(before, "expense"))),
    )
