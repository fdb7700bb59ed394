"""The accounts of a village on one page (村账一页): what there is, came in, went out, and why."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from disclosure.charts import ColumnChart, Columns, column_chart
from disclosure.sites.pages.money.account import IN, OUT, Month, read_accounts, sum_of
from disclosure.sites.pages.money.decisions import Decisions
from disclosure.sites.pages.money.largest import LargeLine, largest_lines
from disclosure.sites.pages.money.years import Years, months_zh, view_years
from disclosure.sites.pages.numbers import MINUS, money_zh
from disclosure.sites.pages.view import Fact
from disclosure.sites.site import Site

TWELVE = 12  # months of the chart


class Equation(Struct, frozen=True):
    """A stretch of months in sums; `is_whole` tells whether they come to what is left.

    `transfers` is what moved between the village's own accounts, "" where nothing did.
    """

    title: str
    url: str
    sums: tuple[Fact, ...]
    is_whole: bool
    transfers: str
    count: int


class MonthRow(Struct, frozen=True):
    """A month of the table: amounts in words; `url` is the page of its ledger."""

    title: str
    url: str
    income: str
    expense: str
    difference: str
    closing: str


class AccountPage(Struct, frozen=True):
    """The page; amounts are in yuan with two decimals.

    `parts` are the newest month and, where it has more of them, the newest `year`.
    """

    month: str
    year: str
    parts: tuple[Equation, ...]
    largest: tuple[LargeLine, ...]
    chart: ColumnChart | None
    months: tuple[MonthRow, ...]
    years: Years | None
    balances: tuple[Fact, ...]
    gaps: str


def view_accounts(site: Site, decisions: Decisions) -> AccountPage | None:
    """Return the page of a division's accounts; None where it publishes no ledger."""
    accounts = read_accounts(site)
    if accounts is None:
        return None
    newest = accounts.months[-1]
    year = accounts.year(int(newest.text[:4]))
    title = f"{newest.text[:4]}年{months_zh(year)}"
    recent = accounts.months[-TWELVE:]
    return AccountPage(
        month=newest.zh,
        year=title,
        parts=(
            equation((newest,), newest.zh, newest.url),
            *((equation(year, title, ""),) if len(year) > 1 else ()),
        ),
        largest=largest_lines([line for month in year for line in month.lines], decisions),
        chart=column_chart(
            f"{recent[0].zh}至{recent[-1].zh}每月收支",
            chart_words(recent),
            [Columns(str(int(one.text[5:])), one.income, one.expense) for one in recent],
        ),
        months=tuple(map(month_row, reversed(recent))),
        years=view_years(accounts),
        balances=tuple(
            Fact(account, money_zh(balance)) for account, balance in accounts.balances.items()
        ),
        gaps="、".join(accounts.gaps),
    )


def equation(months: Sequence[Month], title: str, url: str) -> Equation:
    """Return some months as opening, income, expense and closing."""
    opening, closing = months[0].opening, months[-1].closing
    income, expense = sum_of(months, "income"), sum_of(months, "expense")
    into, out = sum_of(months, "transfer_in"), sum_of(months, "transfer_out")
    facts = [Fact("期初余额", money_zh(opening)), Fact("收入", f"+{money_zh(income)}")]
    facts.append(
        Fact("支出", MINUS + money_zh(expense) if expense >= 0 else f"+{money_zh(-expense)}")
    )
    if into != out:
        facts += [Fact(IN, f"+{money_zh(into)}"), Fact(OUT, MINUS + money_zh(out))]
    facts.append(Fact("期末余额", money_zh(closing)))
    return Equation(
        title=title,
        url=url,
        sums=tuple(facts),
        is_whole=opening + income + into - expense - out == closing,
        transfers=money_zh(into) if into and into == out else "",
        count=sum(len(month.lines) for month in months),
    )


def chart_words(months: Sequence[Month]) -> str:
    """Return what the columns show, in a sentence."""
    most_in = max(months, key=lambda month: month.income)
    most_out = max(months, key=lambda month: month.expense)
    over = sum(month.expense > month.income for month in months)
    tail = f"；{over} 个月支出大于收入" if over else "；没有支出大于收入的月份"
    return (
        f"收入最多的是{most_in.zh}，{money_zh(most_in.income)} 元；"
        f"支出最多的是{most_out.zh}，{money_zh(most_out.expense)} 元{tail}。"
    )


def month_row(month: Month) -> MonthRow:
    """Return a month as a row."""
    return MonthRow(
        month.zh,
        month.url,
        money_zh(month.income),
        money_zh(month.expense),
        money_zh(month.income - month.expense),
        money_zh(month.closing),
    )
