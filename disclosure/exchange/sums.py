"""Checks the sums of a sheet before they are dropped: each must be what the rows above make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from disclosure.catalogue.table import Column
from disclosure.exchange.header import Header
from disclosure.exchange.lines import Kind, Line
from disclosure.exchange.money import YUAN, amount
from disclosure.exchange.plain import squeezed
from disclosure.problem import Code, Problem
from disclosure.workbook import Sheet, address

SUM_WRONG = Code(
    "import-sum-wrong",
    zh="“{word}”的{title}（{place}）写的是 {value}，按各行应为 {expected}",
    en="the sum in {place} is {value}, the rows make {expected}",
    hint_zh="请在 Excel 里查清是合计算错了，还是漏了行、错了数，改正后重新导入",
    hint_en="find out whether the sum or a row above is wrong, correct it and import again",
)
BALANCE = "balance"  # the column that runs on instead of adding up


class Running(Struct):
    """What has added up so far in one column: in all, and since the last sum."""

    whole: Decimal = Decimal(0)  # of every entry of the sheet
    total: Decimal = Decimal(0)
    part: Decimal = Decimal(0)
    last: Decimal | None = None


def check_sums(
    sheet: Sheet, header: Header, columns: Mapping[int, Column], lines: Sequence[Line], file: str
) -> Iterator[Problem]:
    """Yield the sums, and the balances carried over, that are not what the rows above make."""
    running = {
        place: Running(whole=whole_of(sheet, place, lines))
        for place, column in columns.items()
        if is_added(column)
    }
    has_entries = False
    for line in lines:
        if line.kind is Kind.ENTRY:
            has_entries = True
            for place, sums in running.items():
                add(sums, amount(sheet.at(line.row, place)))
            continue
        for place, sums in running.items():
            stated = amount(sheet.at(line.row, place))
            if stated is None:
                continue
            expected = expected_at(line, columns[place], sums, stated, has_entries)
            if expected is not None and stated != expected:
                yield wrong(line, columns[place], place, header, stated, expected, file)
            if line.kind is Kind.OPENING:
                sums.last = stated
        if line.kind in (Kind.PART, Kind.SUM):
            for sums in running.values():
                sums.part = Decimal(0)


def whole_of(sheet: Sheet, place: int, lines: Sequence[Line]) -> Decimal:
    """Return what all entries of a column make."""
    entries = (sheet.at(line.row, place) for line in lines if line.kind is Kind.ENTRY)
    return sum(filter(None, map(amount, entries)), Decimal(0))


def wrong(
    line: Line,
    column: Column,
    place: int,
    header: Header,
    stated: Decimal,
    expected: Decimal,
    file: str,
) -> Problem:
    """Return the problem of one sum."""
    return SUM_WRONG.at(
        file,
        0,
        column.name,
        row=line.row + 1,
        value=told(stated, column),
        word=line.word,
        title=squeezed(header.texts[place]),
        place=address(line.row, place),
        expected=told(expected, column),
    )


def told(number: Decimal, column: Column) -> str:
    """Return a number as people write it."""
    return (
        f"{number:,.2f}" if column.unit == YUAN and number == round(number, 2) else f"{number:,f}"
    )


def is_added(column: Column) -> bool:
    """Tell whether a column is one of numbers that are summed or carried over."""
    return column.type in ("number", "integer") and not any(
        rule.endswith("-gapless") for rule in column.rules
    )


def add(sums: Running, value: Decimal | None) -> None:
    """Count one entry."""
    if value is not None:
        sums.total += value
        sums.part += value
        sums.last = value


def expected_at(
    line: Line, column: Column, sums: Running, stated: Decimal, has_entries: bool
) -> Decimal | None:
    """Return what a row that is no entry must say in a column, None where nothing can be said.

    A sum may be that of everything above or of the rows since the last one; one that stands above
    all entries is that of everything below.
    """
    if column.name == BALANCE:
        return sums.last if has_entries and line.kind is not Kind.OPENING else None
    match line.kind:
        case Kind.PART | Kind.SUM if not has_entries:
            return sums.whole
        case Kind.PART | Kind.SUM:
            if stated in (sums.part, sums.total):
                return stated
            return sums.part if line.kind is Kind.PART else sums.total
        case Kind.CARRIED if has_entries:
            return stated if stated in (sums.part, sums.total) else sums.total
        case _:
            return None
