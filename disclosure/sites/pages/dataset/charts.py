"""Which charts a table has, decided by its standard table; each tells what the rows add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal

from disclosure.charts import BarChart, Day, DayChart, bar_chart, day_chart
from disclosure.dataset import Row, ValueTable
from disclosure.period import period_zh
from disclosure.sites.pages.numbers import count_zh, money_zh
from disclosure.sites.pages.table_view import YUAN
from disclosure.sites.site import Site

Chart = BarChart | DayChart
Charting = Callable[[ValueTable, Site], Iterator[Chart]]
Amounts = dict[str, Decimal]
LEAST, MOST = 2, 24  # bars of a chart; fewer say nothing, more are a table
MAX_CHARTS = 4


def view_charts(values: ValueTable, site: Site) -> tuple[Chart, ...]:
    """Return the charts of a table, the first few of many."""
    charting = CHARTS.get(values.schema.name)
    found = list(charting(values, site)) if charting else []
    return tuple(found[:MAX_CHARTS])


def chart_places(values: ValueTable, site: Site) -> Iterator[Chart]:
    """Yield what was paid by place: by division where several stand in the table, else by group."""
    column, way, paid = WAYS[values.schema.name]
    rows = [row for row in values.rows if row.cells.get(way) == paid]
    codes = {str(row.cells["division_code"]) for row in rows}
    if len(codes) > 1:
        amounts = sums(rows, "division_code", column)
        named = {place_name(code, site): value for code, value in amounts.items()}
    else:
        named = sums(rows, "village_group", column)
    if LEAST <= len(named) <= MOST:
        unit = f"{paid}{values.schema.columns[column].title}"
        whole = sum(named.values(), Decimal())
        first = max(named, key=lambda name: named[name])
        sentence = (
            f"{unit}合计 {money_zh(whole)} 元，涉及 {len(named)} 处；"
            f"最多的是{first}，{money_zh(named[first])} 元。"
        )
        items = ((name, value, f"{money_zh(value)} 元") for name, value in named.items())
        yield bar_chart(f"{unit}（按地方）", sentence, items)


def chart_parts(values: ValueTable, site: Site) -> Iterator[Chart]:
    """Yield the parts of every indicator that has parts, of each period apart."""
    parts: dict[tuple[str, str], list[Row]] = {}
    for row in values.rows:
        parent = row.cells.get("parent_indicator")
        if parent:
            parts.setdefault((str(parent), str(row.cells["period"])), []).append(row)
    for (parent, period), rows in parts.items():
        named = {str(row.cells["indicator"]): row.cells.get("value") for row in rows}
        units = {str(row.cells.get("unit") or "") for row in rows}
        amounts = {name: value for name, value in named.items() if isinstance(value, Decimal)}
        is_drawn = len(units) == 1 and LEAST <= len(amounts) == len(rows) <= MOST
        if is_drawn and all(value >= 0 for value in amounts.values()):
            (unit,) = units
            whole = sum(amounts.values(), Decimal())
            first = max(amounts, key=lambda name: amounts[name])
            yield bar_chart(
                f"{period_zh(period)}{parent}",
                f"{len(amounts)} 项合计 {words(whole, unit)}；最多的是{first}，"
                f"{words(amounts[first], unit)}。",
                ((name, value, words(value, unit)) for name, value in amounts.items()),
            )


def chart_letters(values: ValueTable, site: Site) -> Iterator[Chart]:
    """Yield what each mailbox received."""
    received = sums(values.rows, "mailbox", "received")
    if LEAST <= len(received) <= MOST:
        closed = sums(values.rows, "mailbox", "closed")
        whole, done = (sum(one.values(), Decimal()) for one in (received, closed))
        yield bar_chart(
            "各信箱来信",
            f"共收到 {count_zh(int(whole))} 件，办结 {count_zh(int(done))} 件。",
            ((name, value, f"{count_zh(int(value))} 件") for name, value in received.items()),
        )


def chart_air(values: ValueTable, site: Site) -> Iterator[Chart]:
    """Yield a month of days for every station."""
    grades = values.schema.columns["grade"].enum
    months: dict[tuple[str, date], dict[date, Day]] = {}
    for row in values.rows:
        day = row.cells["obs_date"]
        if isinstance(day, date):
            key = str(row.cells["station_name"]), day.replace(day=1)
            months.setdefault(key, {})[day] = air_day(row, grades)
    for (station, month), days in months.items():
        counts = Counter(day.word for day in days.values())
        told = [f"{word} {counts[word]} 天" for word in (*grades, MISSING) if counts[word]]
        name = f"{month.year}年{month.month}月"
        yield day_chart(f"{station}站 {name}空气质量", f"{'，'.join(told)}。", month, days)


def air_day(row: Row, grades: tuple[str, ...]) -> Day:
    """Return a day of a station; one that was not measured says so."""
    grade, index = row.cells.get("grade"), row.cells.get("aqi")
    if not isinstance(grade, str) or index is None:
        return Day("", MISSING, 0, len(grades))
    return Day(str(index), grade, grades.index(grade) + 1, len(grades))


def sums(rows: Iterable[Row], by: str, column: str) -> Amounts:
    """Return the sums of a column by the texts of another, in the order they first stand in."""
    found: Amounts = {}
    for row in rows:
        value, name = row.cells.get(column), row.cells.get(by)
        if isinstance(value, Decimal | int) and name:
            found[str(name)] = found.get(str(name), Decimal()) + value
    return found


def place_name(code: str, site: Site) -> str:
    """Return the name of a division, or its code where the register has none."""
    found = site.facts.register.get(code)
    return found.name if found else code


def words(value: Decimal, unit: str) -> str:
    """Return a value with its unit; yuan as money."""
    if unit == YUAN:
        return f"{money_zh(value)} {unit}"
    return f"{value.normalize():,f} {unit}".strip()


MISSING = "缺测"
# Of each table: the column that is drawn, and which rows of it (a column and its word).
WAYS = {
    "payment_roster": ("amount_paid", "direction", "发放"),
    "fund_ledger": ("amount", "entry_kind", "上级拨付"),
}
CHARTS: dict[str, Charting] = {
    "payment_roster": chart_places,
    "fund_ledger": chart_places,
    "stat_series": chart_parts,
    "letter_stats": chart_letters,
    "air_daily": chart_air,
}
