"""Takes in one sheet: header, units, sums and entries become the rows of a standard table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from disclosure.exchange.around import Said, read_around
from disclosure.exchange.change import Change, Dropped
from disclosure.exchange.constant import (
    Constant,
    Question,
    fill_missing,
)
from disclosure.exchange.entries import Reading, read_entries
from disclosure.exchange.faults import opening_faults, period_faults, twice, year_faults
from disclosure.exchange.header import Header
from disclosure.exchange.lines import Kind, Line, tell_lines
from disclosure.exchange.noticed import notices, title_notices
from disclosure.exchange.plain import plain, tidy
from disclosure.exchange.private import personal_numbers
from disclosure.exchange.sight import Sight
from disclosure.exchange.sums import check_sums
from disclosure.exchange.units import money_factors
from disclosure.personal.hide import hide_numbers
from disclosure.problem import Code, DisclosureError
from disclosure.workbook import Sheet

EMPTY = Code(
    "import-empty",
    zh="工作表“{value}”的表头下面没有可以导入的行",
    en="the sheet {value!r} has no entries",
    hint_zh="请填好各行后再导入；当期没有发生的，用 tasks.py new data 建立数据包，写明 nil: true",
    hint_en="fill in rows; for a period without any, write a nil report",
)


class Intake(Struct, frozen=True):
    """What an import will write, what it changed and left out, and what it still has to ask.

    `numbers` are the Excel rows of `rows`; `said` is what the sheet says around the table.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    changes: tuple[Change, ...]
    dropped: tuple[Dropped, ...]
    constants: tuple[Constant, ...]
    notices: tuple[str, ...]
    questions: tuple[Question, ...]
    said: Mapping[str, Said] = field(default_factory=dict)


def take_in(sight: Sight, answers: Mapping[str, str]) -> Intake:
    """Return what a sheet holds; raise everything that has to be put right in Excel first."""
    sheet, header = sight.sheet, sight.header
    columns = {place: sight.columns[heading.column] for place, heading in header.headings.items()}
    lines = tuple(tell_lines(sheet, header, columns))
    outside = [
        *range(header.top),
        *(line.row for line in lines if line.kind in (Kind.SIGNATURE, Kind.NOTE, Kind.HEADER)),
    ]
    said = read_around(sheet, outside, [label for label in sight.known if len(label) > 1])
    kept = tuple(line for line in lines if line.kind is Kind.ENTRY)
    sight = replace(sight, header=without_blank(sheet, header, kept))
    header = sight.header
    problems = [*twice(sight), *period_faults(sight), *year_faults(sight)]
    factors = money_factors(sight, columns, outside, problems)
    if not kept:
        problems.append(EMPTY.at(sight.file, 0, value=sheet.name))
    if problems:
        raise DisclosureError(*problems)
    context = replace(sight.context, from_1904=sheet.counts_from_1904)
    reading = Reading(sheet, header, sight.columns, factors, context, sight.file)
    entries = read_entries(reading, kept)
    problems = [*entries.problems, *check_sums(sheet, header, columns, lines, sight.file)]
    problems += opening_faults(sight, columns, lines)
    filled, questions = fill_missing(sight, entries, said, answers, problems)
    problems += personal_numbers(entries, sight.columns, sight.file)
    if problems:
        raise DisclosureError(*problems)
    names = tuple(name for name in sight.columns if any(name in row for row in entries.rows))
    return Intake(
        columns=names,
        rows=tuple(tuple(row.get(name, "") for name in names) for row in entries.rows),
        numbers=tuple(entries.numbers),
        changes=tuple(entries.changes),
        dropped=tuple(dropped_lines(sheet, lines)),
        constants=tuple(filled),
        notices=(*title_notices(sheet, header, context.period), *notices(sheet, header, kept)),
        questions=tuple(questions),
        said=said,
    )


def without_blank(sheet: Sheet, header: Header, entries: Sequence[Line]) -> Header:
    """Return the header without the columns in which no entry has anything: they are not there."""
    headings = {
        place: heading
        for place, heading in header.headings.items()
        if any(is_given(sheet, line.row, place) for line in entries)
    }
    return replace(header, headings=headings)


def is_given(sheet: Sheet, row: int, place: int) -> bool:
    """Tell whether a cell holds anything, a formula that gave nothing included."""
    at = row, place
    return sheet.at(*at) is not None or at in sheet.uncomputed or at in sheet.failed


def dropped_lines(sheet: Sheet, lines: Sequence[Line]) -> Iterator[Dropped]:
    """Yield the rows that are no entries, blank ones left out."""
    for line in lines:
        if line.kind not in (Kind.ENTRY, Kind.BLANK):
            texts = [tidy(plain(value)) for value in sheet.rows[line.row] if value is not None]
            yield Dropped(line.row + 1, hide_numbers(" ".join(texts)), line.kind.value)
