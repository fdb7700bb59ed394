"""The cells of a sheet as Excel reads them: texts never formulas, numbers and days as such."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from disclosure.catalogue import Column
from disclosure.opendata.xlsx import DAY, MONEY, PLAIN
from disclosure.workbook import column_letters
from disclosure.xml_text import escape

MAX_TEXT = 32_767  # characters of a cell
CUT = "……（内容过长，全文见 CSV 文件）"
EXACT = 15  # digits a spreadsheet keeps of a number
DAY_ZERO = date(1899, 12, 30)
FIRST_YEAR = 1901  # Excel takes 1900 for a leap year
MAX_MEMO = 20_000
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel takes _x0041_ for a letter A
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
Ending = Callable[[str], str]  # what follows the name of a cell


class Memo(dict[str, str]):
    """The endings of the texts of one column, each made once."""

    __slots__ = ("make",)

    def __init__(self, make: Ending) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, text: str) -> str:
        if len(self) >= MAX_MEMO:
            self.clear()
        ending = self[text] = self.make(text) if text else ""
        return ending


def write_rows(columns: Iterable[Column], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the rows of a table, which begin in the second row of its sheet; none for a blank."""
    memos = [Memo(ending_of(column)) for column in columns]
    parts = [(f'<c r="{column_letters(place)}', memo) for place, memo in enumerate(memos)]
    for number, row in enumerate(rows, 2):
        mark = f'{number}"'
        cells = [
            head + mark + memo[text] for (head, memo), text in zip(parts, row, strict=True) if text
        ]
        yield f'<row r="{number}">{"".join(cells)}</row>'


def text_row(number: int, texts: Iterable[str], styles: Iterable[int]) -> str:
    """Return a row of texts, each in its style."""
    cells = "".join(
        f'<c r="{column_letters(place)}{number}"{text_ending(text, style)}'
        for place, (text, style) in enumerate(zip(texts, styles, strict=False))
    )
    return f'<row r="{number}">{cells}</row>'


def ending_of(column: Column) -> Ending:
    """Return what writes the cells of a column; what is no value of its type stays text."""
    if column.type in ("number", "integer"):
        style = MONEY if column.limits.scale == 2 else PLAIN
        return lambda text: number_ending(text, style)
    return day_ending if column.type == "date" else text_ending


def number_ending(text: str, style: int) -> str:
    """Return a number, or a text where a spreadsheet would not keep all its digits."""
    if NUMBER.fullmatch(text) and len(Decimal(text).as_tuple().digits) <= EXACT:
        return f"{styled(style)}><v>{text}</v></c>"
    return text_ending(text)


def day_ending(text: str) -> str:
    """Return a day, or a text where Excel knows none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text_ending(text)
    if day.year < FIRST_YEAR:
        return text_ending(text)
    return f"{styled(DAY)}><v>{(day - DAY_ZERO).days}</v></c>"


def text_ending(text: str, style: int = PLAIN) -> str:
    """Return a text; what is no character of XML is left out, what is too long is cut and says so.

    A text in the place of a formula is still a text: the cell itself says so.
    """
    text = NOT_IN_XML.sub("", text)
    if len(text) > MAX_TEXT:
        text = text[: MAX_TEXT - len(CUT)] + CUT
    written = escape(CODED.sub("_x005F_", text)).replace("\r", "&#13;")
    return f'{styled(style)} t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'


def styled(style: int) -> str:
    """Return the style of a cell as it is written."""
    return f' s="{style}"' if style else ""
