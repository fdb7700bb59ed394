"""The page of a gathered table: what the villages come to, and which amounts to look at again."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from disclosure.catalogue import Column
from disclosure.period import period_zh
from disclosure.sites.pages.downloads import Download
from disclosure.sites.pages.gathered.sums import DISTANCE, Measure, Outlier, PeriodSum, Summary
from disclosure.sites.pages.numbers import CENT, count_zh, money_zh
from disclosure.sites.site import Site

YUAN = "元"
MAX_PERIODS = 24
MAX_OUTLIERS = 50
BLANK = "—"


class SumLine(Struct, frozen=True):
    """The sums of one period in words; a cell is "—" where a village left it blank."""

    period: str
    villages: str
    cells: tuple[str, ...]


class OutlierLine(Struct, frozen=True):
    """An amount to look at again; `url` is where the village has published it."""

    place: str
    url: str
    title: str
    amount: str
    usual: str
    word: str


class GatheredView(Struct, frozen=True):
    """A gathered table as its page shows it.

    `method` says how outliers are found, `found` how many there are and of which period, both ""
    where the standard does not say; `labels` head the columns of the sums.
    """

    title: str
    url: str
    lede: str
    labels: tuple[str, ...]
    sums: tuple[SumLine, ...]
    more_periods: int
    method: str
    found: str
    outliers: tuple[OutlierLine, ...]
    downloads: tuple[Download, ...]


def view_gathered(summary: Summary, site: Site, downloads: tuple[Download, ...]) -> GatheredView:
    """Return what the page of a gathered table shows."""
    table, sums = summary.table, summary.sums
    measure = summary.measure
    found, outliers = newest_outliers(summary, measure) if measure else ("", ())
    villages = count_zh(len({row.village.division.code for row in table.rows}))
    rows = count_zh(len(table.rows))
    return GatheredView(
        title=table.title,
        url=f"{table.stem}.html",
        lede=(
            f"{site.division.name}有 {villages} 个村（社区）公开了“{table.schema.title}”，"
            f"按村、按期汇总，共 {rows} 行。"
        ),
        labels=tuple(column.label for column in table.columns),
        sums=tuple(sum_line(one, table.columns) for one in sums[:MAX_PERIODS]),
        more_periods=max(0, len(sums) - MAX_PERIODS),
        method=method_zh(measure, site) if measure else "",
        found=found,
        outliers=tuple(map(line_of, outliers[:MAX_OUTLIERS])),
        downloads=downloads,
    )


def sum_line(one: PeriodSum, columns: tuple[Column, ...]) -> SumLine:
    """Return the sums of one period in words."""
    cells = (words(amount, column) for amount, column in zip(one.sums, columns, strict=True))
    return SumLine(period_zh(one.period), count_zh(one.villages), tuple(cells))


def newest_outliers(summary: Summary, measure: Measure) -> tuple[str, tuple[Outlier, ...]]:
    """Return the outliers of the newest period that could be compared, and what is said of them."""
    for period, outliers in summary.outliers.items():
        when = period_zh(period)
        if not outliers:
            return f"{when}没有离群值。", ()
        more = (
            f"，此处列出离得最远的 {MAX_OUTLIERS} 处，其余见下载的文件"
            if len(outliers) > MAX_OUTLIERS
            else ""
        )
        return f"{when}有 {count_zh(len(outliers))} 处离群值{more}。", outliers
    return f"各期公开的都不足 {measure.minimum} 个村（社区），不作比较。", ()


def method_zh(measure: Measure, site: Site) -> str:
    """Return in words how outliers are found, with the source of the figures."""
    times = measure.distance
    factor = f"{Decimal(times.numerator) / Decimal(times.denominator):f}"
    source = site.facts.catalogue.figures[DISTANCE].source
    return (
        f"同一期至少有 {measure.minimum} 个村（社区）公开的项目才作比较：把各村的数值从小到大排列，"
        "取第一四分位数 Q1 和第三四分位数 Q3，两者之差为四分位距；"
        f"比 Q1 还小 {factor} 倍四分位距以上，或者比 Q3 还大 {factor} 倍四分位距以上的，"
        f"列为离群值。方法出自{source}。"
        "四分位距为零的项目不作比较。离群不等于有错，只供核对时参考。"
    )


def line_of(outlier: Outlier) -> OutlierLine:
    """Return one outlier in words."""
    row, column = outlier.row, outlier.column
    low, high = (one.quantize(CENT, ROUND_HALF_UP) for one in outlier.fences)
    return OutlierLine(
        place=f"{row.village.above}{row.village.division.name}",
        url=row.page,
        title=column.label,
        amount=words(outlier.amount, column),
        usual=f"{words(low, column)} 至 {words(high, column)}",
        word="偏高" if outlier.amount > outlier.fences.high else "偏低",
    )


def words(amount: Decimal | None, column: Column) -> str:
    """Return an amount as people read it."""
    if amount is None:
        return BLANK
    return money_zh(amount) if column.unit == YUAN else f"{amount.normalize():,f}"
