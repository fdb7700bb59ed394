"""The special fund of a village (专项资金): what came, what it was spent on, what is left.

One story a project, from the decision to the acceptance; a step of which nothing is published says
so, and no step is made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec import Struct

from disclosure.charts import PairChart, pair_chart
from disclosure.sites.pages.money.decisions import Decisions
from disclosure.sites.pages.money.project import Story, story_of
from disclosure.sites.pages.money.source import NOTHING, Source, rows_of
from disclosure.sites.pages.numbers import money_zh, percent
from disclosure.sites.pages.view import Fact
from disclosure.sites.site import Site

PROJECTS, LEDGER, TENDERS = "fund_project", "fund_ledger", "project_tender"
EXPENSE, CANCELLED = "项目支出", "已取消"
FEN = 100


class FundYear(Struct, frozen=True):
    """A budget year: the fund in sums, budget beside spending, and the projects in their order.

    `url` is the page of the newest ledger, "" where none is published.
    """

    year: int
    sums: tuple[Fact, ...]
    url: str
    chart: PairChart | None
    stories: tuple[Story, ...]


def view_fund(site: Site, decisions: Decisions) -> tuple[FundYear, ...]:
    """Return the years of a division's fund, the newest first; none where it names no project."""
    projects: dict[int, dict[str, Source]] = {}
    for row in rows_of(site, PROJECTS):
        projects.setdefault(row.number("budget_year") or 0, {})[row.text("project_no")] = row
    if not projects:
        return ()
    ledgers: dict[int, dict[int, Source]] = {}
    for row in rows_of(site, LEDGER):
        year = row.number("budget_year") or 0
        ledgers.setdefault(year, {})[row.number("entry_no") or 0] = row
    tenders = tenders_of(site)
    kinds = site.facts.catalogue.tables[LEDGER].columns["entry_kind"].enum
    found = []
    for year, by_number in sorted(projects.items(), reverse=True):
        lines = [line for _, line in sorted(ledgers.get(year, {}).items())]
        rows = sorted(
            by_number.values(), key=lambda row: (row.number("rank") or 0, row.text("project_no"))
        )
        stories = tuple(
            story_of(row, tenders.get(row.text("project_no"), ()), payments(lines, row), decisions)
            for row in rows
        )
        found.append(
            FundYear(
                year,
                fund_sums(lines, kinds),
                lines[-1].url if lines else "",
                budget_chart(year, rows, lines),
                stories,
            )
        )
    return tuple(found)


def tenders_of(site: Site) -> Mapping[str, tuple[Source, ...]]:
    """Return the lots of every project by its number, each lot as it was published last."""
    found: dict[str, dict[str, Source]] = {}
    for row in rows_of(site, TENDERS):
        found.setdefault(row.text("project_code"), {})[row.text("lot_no")] = row
    return {code: tuple(row for _, row in sorted(lots.items())) for code, lots in found.items()}


def payments(lines: Iterable[Source], project: Source) -> tuple[Source, ...]:
    """Return what the fund has paid for a project, in the order of the ledger."""
    number = project.text("project_no")
    return tuple(
        line
        for line in lines
        if line.text("entry_kind") == EXPENSE and line.text("project_no") == number
    )


def fund_sums(lines: list[Source], kinds: tuple[str, ...]) -> tuple[Fact, ...]:
    """Return the sums of a year by kind, and what is left after its last line."""
    if not lines:
        return ()
    sums = dict.fromkeys(kinds, NOTHING)
    for line in lines:
        sums[line.text("entry_kind")] = sums.get(line.text("entry_kind"), NOTHING) + line.sum(
            "amount"
        )
    facts = [Fact(kind, money_zh(value)) for kind, value in sums.items() if value]
    last = lines[-1].day("entry_date")
    return (*facts, Fact(f"余额（{last}）" if last else "余额", money_zh(lines[-1].sum("balance"))))


def budget_chart(year: int, rows: list[Source], lines: list[Source]) -> PairChart | None:
    """Return budget and spending of every project that still stands."""
    items = []
    budget = paid = NOTHING
    for row in rows:
        if row.text("status") != CANCELLED:
            whole = row.sum("budget_amount")
            part = sum((line.sum("amount") for line in payments(lines, row)), NOTHING)
            budget, paid = budget + whole, paid + part
            items.append(
                (
                    row.text("project_name"),
                    (whole, money_zh(whole)),
                    (part, money_zh(part)),
                    share(part, whole),
                )
            )
    if not items:
        return None
    sentence = (
        f"{len(items)} 个项目预算 {money_zh(budget)} 元，已支出 {money_zh(paid)} 元"
        f"{f'，占 {share(paid, budget)}' if budget else ''}。"
    )
    return pair_chart(f"{year}年预算和支出", sentence, ("预算", "已支出"), items)


def share(part: Decimal, whole: Decimal) -> str:
    """Return how much of an amount another is; "" of nothing."""
    return percent(int(part * FEN), int(whole * FEN))
