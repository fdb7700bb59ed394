"""Turns the entries of a sheet into the texts of a table, with every change on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct, field

from disclosure.catalogue.headings import DAY, Heading
from disclosure.catalogue.table import Column
from disclosure.dataset.wording import shown
from disclosure.exchange.cell import Context, read_cell
from disclosure.exchange.change import Cast, Change, DoubtError
from disclosure.exchange.day import read_day
from disclosure.exchange.header import Header
from disclosure.exchange.lines import Line
from disclosure.exchange.plain import narrow, plain, squeezed, tidy
from disclosure.problem import Code, Problem
from disclosure.workbook import Area, Sheet, Value, address

DITTO = frozenset(("同上", "〃", '"', "″", "''", "”", "“"))
NUMBERS = ("number", "integer")
CELL_UNCLEAR = Code(
    "import-cell-unclear",
    zh="Excel 单元格 {place}（{title}）“{value}”：{reason_zh}",
    en="Excel cell {place} ({field}) {value!r}: {reason_en}",
    hint_zh="请在 Excel 里改正 {place}，保存后重新导入",
    hint_en="correct {place} in Excel, save and import again",
)
UNCOMPUTED = DoubtError(
    "公式没有算出的结果，请用 Excel 或 WPS 打开文件、保存一次", "a formula without its value"
)
FAILED = DoubtError("公式出错（如 #REF!、#DIV/0!）", "a formula that fails")
SHARED = DoubtError(
    "合并了几行，不知道这个数属于哪一行，请取消合并，逐行填写", "one number for several rows"
)
NO_AMOUNT = DoubtError("收入、支出等各栏都没有金额", "no amount in any of its columns")
TWO_AMOUNTS = DoubtError("同一行在两栏都填了金额，请拆成两行", "amounts in two columns")


class Entries(Struct):
    """The entries read so far: texts by column, with the Excel row of each and where each stood."""

    rows: list[dict[str, str]] = field(default_factory=list)
    places: list[dict[str, str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Reading(Struct, frozen=True):
    """What the entries of a sheet are read by; `factors` turn money into yuan, by sheet column."""

    sheet: Sheet
    header: Header
    columns: Mapping[str, Column]
    factors: Mapping[int, int]
    context: Context
    file: str

    def column(self, heading: Heading) -> Column:
        return self.columns[heading.column]


def read_entries(reading: Reading, lines: Sequence[Line]) -> Entries:
    """Return the entries among the lines of a sheet; what is in doubt becomes a problem."""
    entries = Entries()
    merged = merged_down(reading)
    for line in lines:
        record, places = {}, {}
        for name, place, cast in read_line(reading, line.row, entries, merged):
            record[name], places[name] = cast.text, place
        entries.rows.append(record)
        entries.places.append(places)
        entries.numbers.append(line.row + 1)
    return entries


def read_line(
    reading: Reading, row: int, entries: Entries, merged: Mapping[tuple[int, int], Area]
) -> Iterator[tuple[str, str, Cast]]:
    """Yield column, address and text of the cells of one entry."""
    split: list[tuple[int, Heading]] = []
    parts: dict[str, dict[str, int]] = {}
    for place, heading in reading.header.headings.items():
        if heading.sets:
            split.append((place, heading))
        elif heading.part:
            parts.setdefault(heading.column, {})[heading.part] = place
        else:
            cast = read_one(reading, row, place, entries, merged)
            if cast is not None:
                yield heading.column, address(row, place), cast
    for name, places in parts.items():
        cast = read_parts(reading, row, places, entries)
        if cast is not None:
            yield name, address(row, places.get(DAY, 0)), cast
    yield from read_split(reading, row, split, entries, merged)


def read_one(
    reading: Reading,
    row: int,
    place: int,
    entries: Entries,
    merged: Mapping[tuple[int, int], Area],
) -> Cast | None:
    """Return the text of one cell, None where it is in doubt (which is then a problem)."""
    sheet, column = reading.sheet, reading.column(reading.header.headings[place])
    value, why = sheet.at(row, place), ""
    try:
        refuse_blank_formula(sheet, row, place)
        area = merged.get((row, place))
        if area and is_number(column):
            raise SHARED
        if area and row > area.top:
            value, why = sheet.at(area.top, place), "取消合并，各行都填"
        elif isinstance(value, str) and squeezed(value) in DITTO and not is_number(column):
            above = entries.rows[-1].get(column.name, "") if entries.rows else ""
            if not above:
                raise DoubtError("上面没有可以照抄的内容", "nothing stands above")
            value, why = above, "“同上”写成上一行的内容"
        cast = cast_of(value, sheet.widths.get((row, place), 0), column, reading, place)
    except DoubtError as doubt:
        entries.problems.append(problem_of(reading, row, place, value, doubt))
        return None
    note(reading, row, place, Cast(cast.text, why or cast.why), entries)
    return cast


def cast_of(value: Value, width: int, column: Column, reading: Reading, place: int) -> Cast:
    """Return what a cell is written as; a number shown with leading zeros keeps them."""
    if value is None or not tidy(plain(value)):
        return Cast("")
    if width and column.type == "string" and isinstance(value, int | float):
        value = plain(value).zfill(width)
    return read_cell(value, column, reading.context, reading.factors.get(place, 1))


def read_parts(
    reading: Reading, row: int, places: Mapping[str, int], entries: Entries
) -> Cast | None:
    """Return the day whose month and day stand in columns of their own.

    By custom the month is written once and holds for the rows below.
    """
    sheet, day_place = reading.sheet, places.get(DAY, 0)
    day = narrow(plain(sheet.at(row, day_place))).rstrip("日号")
    month = ""
    for above in range(row, reading.header.bottom, -1):
        month = narrow(plain(sheet.at(above, places.get("month", -1)))).rstrip("月")
        if month.isdecimal():
            break
    try:
        cast = read_day(f"{month}月{day}日", reading.context.period)
    except DoubtError as doubt:
        entries.problems.append(problem_of(reading, row, day_place, f"{month}月{day}日", doubt))
        return None
    title = reading.columns[reading.header.headings[day_place].column].title
    place = address(row, day_place)
    entries.changes.append(Change(place, title, f"{month}月{day}日", cast.text, "按期间补上年份"))
    return cast


def read_split(
    reading: Reading,
    row: int,
    split: Sequence[tuple[int, Heading]],
    entries: Entries,
    merged: Mapping[tuple[int, int], Area],
) -> Iterator[tuple[str, str, Cast]]:
    """Yield the amount that stands in one of several columns, and what its column says beside it.

    A nought beside an amount is no amount.
    """
    if not split:
        return
    before = len(entries.problems)
    found = [
        (place, heading, cast)
        for place, heading in split
        if (cast := read_one(reading, row, place, entries, merged)) and cast.text
    ]
    if len(entries.problems) > before:
        return
    given = [one for one in found if Decimal(one[2].text)] or found
    place = given[0][0] if given else split[0][0]
    if len(given) != 1:
        doubt = TWO_AMOUNTS if given else NO_AMOUNT
        value = reading.sheet.at(row, place)
        entries.problems.append(problem_of(reading, row, place, value, doubt))
        return
    _, heading, cast = given[0]
    yield heading.column, address(row, place), cast
    assert heading.sets
    yield heading.sets[0], address(row, place), Cast(heading.sets[1])


def merged_down(reading: Reading) -> dict[tuple[int, int], Area]:
    """Return the merged areas of several rows below the header, by each of their cells."""
    return {
        (row, area.left): area
        for area in reading.sheet.merged
        if area.top > reading.header.bottom and area.bottom > area.top
        for row in range(area.top, min(area.bottom, len(reading.sheet.rows)) + 1)
    }


def refuse_blank_formula(sheet: Sheet, row: int, place: int) -> None:
    """Raise for a cell whose formula gave no value."""
    if (row, place) in sheet.uncomputed:
        raise UNCOMPUTED
    if (row, place) in sheet.failed:
        raise FAILED


def is_number(column: Column) -> bool:
    """Tell whether a column holds numbers that belong to one row each."""
    return column.type in NUMBERS


def note(reading: Reading, row: int, place: int, cast: Cast, entries: Entries) -> None:
    """Keep a change: any text written otherwise, and every value that was understood."""
    value = reading.sheet.at(row, place)
    before = plain(value)
    if cast.why or (isinstance(value, str) and value != cast.text):
        column = reading.column(reading.header.headings[place])
        entries.changes.append(
            Change(
                address(row, place),
                column.title,
                shown(column, before),
                shown(column, cast.text),
                cast.why or "统一写法",
            )
        )


def problem_of(reading: Reading, row: int, place: int, value: Value, doubt: DoubtError) -> Problem:
    """Return the problem of a cell in doubt."""
    column = reading.column(reading.header.headings[place])
    return CELL_UNCLEAR.at(
        reading.file,
        0,
        column.name,
        row=row + 1,
        value=shown(column, tidy(plain(value))),
        place=address(row, place),
        title=column.title,
        reason_zh=doubt.zh,
        reason_en=doubt.en,
    )
