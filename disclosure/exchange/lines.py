"""Tells the rows of a sheet apart: entries, sums, rows that carry over, signatures, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from msgspec import Struct

from disclosure.catalogue.table import Column
from disclosure.exchange.around import is_signature
from disclosure.exchange.header import Header
from disclosure.exchange.money import amount
from disclosure.exchange.plain import squeezed
from disclosure.workbook import Sheet

SUM = re.compile(
    r"(?:[0-9]{1,2}月(?:份)?|本[月页日季年期]|第?[一二三四]季度|全[月年村]|收支|总)?"
    r"(?:合计数?|小计|总计|共计|总额|计)"
)
PART = re.compile(r"(?:本[页日])(?:合计|小计|计)|小计")
RUNNING = re.compile(r"(?:(?:本[年月季]|年初至今|[0-9]{1,2}月(?:份)?|自年初)?累计(?:发生额|数)?)")
CARRIED = re.compile(r"承前页|承上页|接前页|接上页|过次页|转次页|转下页|过下页|续下页")
OPENING = re.compile(
    r"(?:上[月期年季页]|期初|月初|年初|[0-9]{1,2}月(?:份)?)(?:结转|结余|余额|结存|转入余额)(?:数|额)?"
    r"|期初|上月结转下来"
)
CLOSING = re.compile(r"(?:期末|月末|本[月期季年])(?:结余|余额|结存)|结转下[月年期季]|余额结转")
NOTE = re.compile(r"(?:附?注|备注|说明|填表说明)\d?[:：、.]?")
LETTERS = "甲乙丙丁戊己庚辛"
COLON = re.compile(r"[:：]$")


class Kind(Enum):
    """What a row of a sheet is; the value says so in a list of dropped rows."""

    ENTRY = "分录"
    BLANK = "空行"
    HOLLOW = "只有序号或余额，没有内容"
    HEADER = "重复的表头或标题"
    NUMBERS = "栏次"
    PART = "小计，已核对"
    SUM = "合计，已核对"
    RUNNING = "累计，本表没有以前的行，没有核对"
    CARRIED = "承前页、过次页"
    OPENING = "期初余额，不是本期发生"
    CLOSING = "期末余额，已核对"
    SIGNATURE = "签名"
    NOTE = "说明"


READY = frozenset(("entry_no", "line_no", "balance"))
LABELS = (
    (PART, Kind.PART),
    (SUM, Kind.SUM),
    (RUNNING, Kind.RUNNING),
    (CARRIED, Kind.CARRIED),
    (OPENING, Kind.OPENING),
    (CLOSING, Kind.CLOSING),
)


class Line(Struct, frozen=True):
    """One row below the header: its place, what it is, and the word that says so."""

    row: int
    kind: Kind
    word: str = ""


def tell_lines(sheet: Sheet, header: Header, columns: Mapping[int, Column]) -> Iterator[Line]:
    """Yield every row below the header."""
    enums = {
        squeezed(word)
        for column in columns.values()
        for word in (*column.enum, *column.labels.values())
    }
    titles = {squeezed(sheet.at(row, 0)) for row in range(header.top)} - {""}
    heads = header.rows_of(sheet)
    for row in range(header.bottom + 1, len(sheet.rows)):
        yield line_of(sheet, row, header.bottom, columns, enums, titles, heads)


def line_of(
    sheet: Sheet,
    row: int,
    bottom: int,
    columns: Mapping[int, Column],
    enums: set[str],
    titles: set[str],
    heads: Sequence[Sequence[str]],
) -> Line:
    """Return what one row is."""
    words = [squeezed(value) for value in sheet.rows[row]]
    filled = [word for word in words if word]
    numeric = [place for place, column in columns.items() if column.type in ("number", "integer")]
    if not filled:
        return Line(row, Kind.BLANK)
    if words in heads or (len(set(filled)) == 1 and filled[0] in titles):
        return Line(row, Kind.HEADER)
    if is_numbering(filled) and row == bottom + 1:
        return Line(row, Kind.NUMBERS)
    found = label_of(words, enums)
    if found and not is_filled(sheet, row, columns):
        return Line(row, *found)
    if is_hollow(sheet, row, columns):
        return Line(row, Kind.HOLLOW)
    counts = [place for place in numeric if columns[place].name not in READY]
    has_amount = any(amount(sheet.at(row, place)) is not None for place in counts)
    if is_signature(sheet, row) and not has_amount:
        return Line(row, Kind.SIGNATURE)
    if NOTE.match(filled[0]) and not has_amount and len(filled) <= 2:
        return Line(row, Kind.NOTE)
    return Line(row, Kind.ENTRY)


def label_of(words: list[str], enums: set[str]) -> tuple[Kind, str] | None:
    """Return what a word such as 合计 makes of its row; the words of a list are entries."""
    for word in words:
        plain = COLON.sub("", word)
        if plain in enums:
            continue
        for pattern, kind in LABELS:
            if pattern.fullmatch(plain):
                return kind, plain
    return None


def is_filled(sheet: Sheet, row: int, columns: Mapping[int, Column]) -> bool:
    """Tell whether a row is filled as an entry is: an indicator may be called 合计."""
    return all(
        sheet.at(row, place) is not None for place, column in columns.items() if column.is_required
    )


def is_hollow(sheet: Sheet, row: int, columns: Mapping[int, Column]) -> bool:
    """Tell whether a row was only made ready: its number, a balance copied down, noughts."""
    for place, value in enumerate(sheet.rows[row]):
        column = columns.get(place)
        number = amount(value)
        is_ready = column is not None and column.name in READY and number is not None
        if value is not None and number != 0 and not is_ready:
            return False
    return True


def is_numbering(words: list[str]) -> bool:
    """Tell whether a row numbers the columns: 1 2 3, or 甲 乙 1 2."""
    plain = [word.strip("()") for word in words]
    letters = [word for word in plain if word in LETTERS]
    numbers = [word for word in plain if word.isdecimal()]
    return (
        len(plain) > 2
        and len(letters) + len(numbers) == len(plain)
        and letters == list(LETTERS[: len(letters)])
        and numbers == [str(number) for number in range(1, len(numbers) + 1)]
    )
