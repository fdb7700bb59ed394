"""What a village hands up of its summary tables: one line a period, in a table of its own form.

A city gathers thousands of them: so lines stay text until the one page that shows them is made.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from disclosure.catalogue.table import Gathering
from disclosure.dataset import ValueTable
from disclosure.division import Division, Level
from disclosure.entry import Entry, Folder
from disclosure.rules.facts import Facts
from disclosure.sites.shown import Shown, shown_on

APART, END = "\t", "\n"  # neither stands in a period, an address, a day or a number
Amount = Decimal | int | None


class Gathered(Struct, frozen=True, array_like=True):
    """The lines of one standard table of a village, by period; `division` is its short code."""

    division: str
    table: str
    lines: str


class Line(Struct, frozen=True):
    """A village's amounts of one period, as texts ("" = blank), and where they were published."""

    period: str
    page: str
    published: str
    amounts: tuple[str, ...]


def gathered_in(folder: Folder, facts: Facts, day: date) -> tuple[Gathered, ...]:
    """Return what a village hands up as of a day, by table; nothing on other levels.

    Of several publications of one period the newest counts.
    """
    division = folder.division
    if division.level is not Level.VILLAGE:
        return ()
    found: dict[str, dict[str, Line]] = {}
    for entry, values, gathering in sources(folder, facts, day):
        lines = found.setdefault(values.schema.name, {})
        for line in lines_of(entry, values, gathering, division):
            known = lines.get(line.period)
            if known is None or (known.published, known.page) < (line.published, line.page):
                lines[line.period] = line
    return tuple(
        Gathered(division.code, table, write_lines(lines))
        for table, lines in sorted(found.items())
        if lines
    )


def sources(
    folder: Folder, facts: Facts, day: date
) -> Iterator[tuple[Entry, ValueTable, Gathering]]:
    """Yield the visible tables of a folder that are gathered; what does not fit is left out."""
    tables = facts.catalogue.tables
    for entry in folder.entries:
        wanted = [tables[one.table].gathering for one in entry.tables if one.table in tables]
        if any(wanted) and shown_on(entry, facts, day) is Shown.FULL:
            for values in facts.values(entry):
                if values and values.schema.gathering:
                    yield entry, values, values.schema.gathering


def lines_of(
    entry: Entry, values: ValueTable, gathering: Gathering, division: Division
) -> Iterator[Line]:
    """Yield the lines of one table: its rows about the village itself, added up by period."""
    sums: dict[str, list[Amount]] = {}
    for row in values.rows:
        cells = row.cells
        if cells.get("division_code") != division.full_code:
            continue
        if any(cells.get(name) != text for name, text in gathering.only):
            continue
        amounts = [amount_of(cells.get(name)) for name in gathering.columns]
        period = str(cells.get(gathering.by) or "")
        known = sums.get(period)
        sums[period] = list(map(plus, known, amounts)) if known else amounts
    published = entry.header.text("date")
    for period, added in sums.items():
        yield Line(period, f"{entry.address}.html", published, tuple(map(written, added)))


def amount_of(value: object) -> Amount:
    """Return the amount of a cell, None where it is blank or absent."""
    return value if isinstance(value, Decimal | int) else None


def plus(one: Amount, other: Amount) -> Amount:
    """Return the sum of two amounts; with a blank there is none: blank is not 0."""
    return None if one is None or other is None else one + other


def written(amount: Amount) -> str:
    """Return an amount as the tables write it."""
    return "" if amount is None else f"{amount:f}" if isinstance(amount, Decimal) else str(amount)


def write_lines(lines: dict[str, Line]) -> str:
    """Return lines as text, by period."""
    return END.join(
        APART.join((line.period, line.page, line.published, *line.amounts))
        for _, line in sorted(lines.items())
    )


def read_line(text: str) -> Line:
    """Return one of the lines that `write_lines` has written."""
    period, page, published, *amounts = text.split(APART)
    return Line(period, page, published, tuple(amounts))
