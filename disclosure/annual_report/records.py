"""What is on record for an annual report: counted entries, statistics, the report before.

Nothing is ever taken for 0: a cell no record speaks of is not among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from disclosure.catalogue import FormRow, Kind, ReportForm
from disclosure.division import Publisher, PublisherKind
from disclosure.entry import Entry, Folder
from disclosure.rules.facts import Facts
from disclosure.rules.sheets import sheets_of
from disclosure.table_rules.annual_reports import (
    CARRIED_IN,
    CARRIED_OUT,
    KINDS,
    PROSE_TOTALS,
    T1,
    T2,
    TABLE,
    TOTAL,
    Place,
    Report,
    reports_of,
)
from disclosure.table_rules.sheet import Sheet, amount, count, text

STATISTICS = "stat_series"
DOCUMENTS = ("made", "repealed", "in_force")
WAN = Decimal(10_000)
PLACES = Decimal("0.0001")
ALL_PUBLISHED: Place = PROSE_TOTALS, "n0", TOTAL


class Record(Struct, frozen=True):
    """A figure that is on record, and where it comes from."""

    value: Decimal
    source: str


def gather(
    folder: Folder, facts: Facts, form: ReportForm, body: Publisher, year: int
) -> dict[Place, Record]:
    """Return what is on record for the report of a body, by cell."""
    entries = [entry for entry in folder.entries if is_of(entry, body)]
    sheets = [sheet for entry in entries for sheet in sheets_of(entry, facts)]
    found: dict[Place, Record] = {}
    published = [one for one in entries if one.published and one.published.year == year]
    if published:
        found[ALL_PUBLISHED] = Record(Decimal(len(published)), f"{year}年在本系统公开的内容")
    for row in form.rows.values():
        place = row.part, row.code, row.columns[0]
        record = counted(row, entries, year) or from_statistics(row, sheets, folder, year)
        if record:
            found[place] = record
    found |= repealed(form, entries, year)
    last = report_before(sheets, facts, body, year)
    if last:
        found |= from_last(last, found)
    return found


def is_of(entry: Entry, body: Publisher) -> bool:
    """Tell whether an entry counts for a body: a government reports for all its bodies."""
    if not entry.header.is_readable or entry.is_draft or entry.is_withdrawn:
        return False
    return body.kind is PublisherKind.GOVERNMENT or entry.publisher == body.name


def counted(row: FormRow, entries: list[Entry], year: int) -> Record | None:
    """Return how many things the entries of a row's category tell of; None where there are none.

    A package tells of one a row, any other entry of one.
    """
    if not row.category:
        return None
    number = sum(
        sum(len(table.rows) for table in entry.tables) if entry.kind is Kind.DATA else 1
        for entry in formed_in(entries, row.category, year)
    )
    return Record(Decimal(number), f"{year}年形成的 {row.category} 类公开内容") if number else None


def formed_in(entries: list[Entry], category: str, year: int) -> Iterator[Entry]:
    """Yield the entries of a category that tell of something formed in a year."""
    for entry in entries:
        formed = entry.header.day("formed_on")
        if entry.category == category and formed and formed.year == year:
            yield entry


def repealed(form: ReportForm, entries: list[Entry], year: int) -> dict[Place, Record]:
    """Return how many documents those of the year take the place of, by cell."""
    found: dict[Place, Record] = {}
    for row in form.rows.values():
        if row.columns == DOCUMENTS and row.category:
            replaced = {
                (entry.division.code, name)
                for entry in formed_in(entries, row.category, year)
                for name in entry.header.texts("supersedes")
            }
            if replaced:
                record = Record(Decimal(len(replaced)), "新制发文件写明所替代的文件（supersedes）")
                found[row.part, row.code, "repealed"] = record
    return found


def from_statistics(row: FormRow, sheets: list[Sheet], folder: Folder, year: int) -> Record | None:
    """Return the newest revision of the first of a row's indicators that has the year's value."""
    for name in row.indicators:
        found: dict[int, Record] = {}
        for sheet in sheets:
            for line in sheet.rows if sheet.name == STATISTICS else ():
                value, convert = amount(line, "value"), units(row).get(text(line, "unit"))
                if (
                    value is not None
                    and convert
                    and text(line, "indicator") == name
                    and text(line, "period") == str(year)
                    and text(line, "division_code") == folder.division.full_code
                ):
                    record = Record(convert(value), f"{sheet.file} 指标“{name}”")
                    found[count(line, "revision") or 0] = record
        if found:
            return found[max(found)]
    return None


def units(row: FormRow) -> Mapping[str, Callable[[Decimal], Decimal]]:
    """Return the units a row's first cell may be recorded in, and how they are turned into its."""
    if row.columns[0] != "amount_wan":
        return dict.fromkeys(("件", "项", "宗", "次", "个"), lambda value: value)
    return {"万元": lambda value: value, "元": to_wan}


def to_wan(value: Decimal) -> Decimal:
    """Return yuan as ten thousand yuan, to the four places the form is printed with."""
    return (value / WAN).quantize(PLACES, ROUND_HALF_UP).normalize()


def report_before(sheets: list[Sheet], facts: Facts, body: Publisher, year: int) -> Report | None:
    """Return the body's report of the year before, as published last; None where none is."""
    found = [
        report
        for sheet in sheets
        if sheet.name == TABLE
        for report in reports_of(sheet, facts.catalogue)
        if (report.body, report.year) == (body.name, year - 1)
    ]
    return max(found, key=lambda one: one.sheet.entry.header.text("date"), default=None)


def from_last(last: Report, found: Mapping[Place, Record]) -> dict[Place, Record]:
    """Return what the report before leads to: requests carried in, documents in force."""
    source = f"{last.year}年年度报告"
    carried: dict[Place, Record] = {}
    for kind in (*KINDS, TOTAL):
        value = last.value(T2, CARRIED_OUT, kind)
        if value is not None:
            carried[T2, CARRIED_IN, kind] = Record(value, f"{source}“结转下年度继续办理”")
    for part, code in last.form.rows:
        before = last.value(part, code, "in_force")
        made, gone = found.get((part, code, "made")), found.get((part, code, "repealed"))
        if part == T1 and before is not None and made and gone:
            carried[part, code, "in_force"] = Record(
                before + made.value - gone.value, f"{source}现行有效件数加制发减废止"
            )
    return carried
