"""roster-control-total: a roster differs from the control totals its payer stated (rule R-P02).

They are what makes a dropped row visible. Sums are exact decimals."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from disclosure.dataset import DataTable
from disclosure.entry import Entry
from disclosure.marked import Given
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "roster-control-total",
    zh="控制总数 {field} 写的是 {value}，数据表 {table} 实为 {found}",
    en="the control total {field} is {value}, the table {table} gives {found}",
    hint_zh="请与原始发放清单核对：是否漏行、多行或录错金额；不要只改控制总数",
    hint_en="compare with the payer's list: a row may be missing or an amount wrong",
)
TABLE = "payment_roster"
AMOUNTS = ("amount_due", "amount_paid")


@rule(CODE, keys=("controls",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each control total the package's roster does not meet."""
    controls = entry.header.get("controls")
    if controls is None or not controls.fields or entry.is_withdrawn:
        return
    rosters = [table for table in entry.tables if table.table == TABLE]
    if not rosters:
        return
    rows = controls.get("rows")
    count = sum(len(table.rows) for table in rosters)
    if rows and rows.text.isdecimal() and int(rows.text) != count:
        yield wrong(entry, "rows", rows, str(count), rosters[0])
    for name in AMOUNTS:
        given = controls.get(name)
        stated = amount(given.text) if given else None
        total = total_of(rosters, name)
        if given and stated is not None and total is not None and stated != total:
            yield wrong(entry, name, given, f"{total:f}", rosters[0])


def wrong(entry: Entry, name: str, given: Given, found: str, table: DataTable) -> Problem:
    """Return the problem of one control total."""
    return CODE.at(
        entry.file,
        given.line,
        f"controls.{name}",
        value=given.text,
        found=found,
        table=table.name,
    )


def total_of(tables: list[DataTable], column: str) -> Decimal | None:
    """Return the sum of a column over some tables; None where a cell is no amount."""
    total = Decimal(0)
    for table in tables:
        if column not in table.columns:
            return None
        for cell in table.column(column):
            value = amount(cell)
            if value is None:
                return None
            total += value
    return total


def amount(text: str) -> Decimal | None:
    """Return the amount of a cell, 0 for a blank one, None where it is no finite number."""
    text = text.strip()
    try:
        value = Decimal(text or "0")
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
