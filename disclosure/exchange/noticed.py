"""What a person should know of a sheet before it is imported: hidden parts, columns left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from disclosure.exchange.header import Header
from disclosure.exchange.lines import Line
from disclosure.exchange.plain import narrow, plain
from disclosure.period import Period, Rhythm
from disclosure.workbook import Sheet, Workbook, address, column_letters

MONTH = re.compile(r"(20[0-9]{2})\s*年\s*(1[0-2]|0?[1-9])\s*月(?:份)?(?!\s*[0-9])")
LISTED = 20  # places named in one sentence


def hidden_sheets(book: Workbook) -> Iterator[str]:
    """Yield the hidden sheets that hold anything."""
    for sheet in book.sheets:
        if sheet.is_hidden and any(value is not None for row in sheet.rows for value in row):
            yield f"工作表“{sheet.name}”是隐藏的，没有导入"


def title_notices(sheet: Sheet, header: Header, period: Period | None) -> Iterator[str]:
    """Yield the months that the titles above a table name, where the import is of another one."""
    if period is None or period.rhythm is not Rhythm.MONTHLY:
        return
    texts = [narrow(plain(value)) for row in sheet.rows[: header.top] for value in row if value]
    months = sorted({(int(one[1]), int(one[2])) for text in texts for one in MONTH.finditer(text)})
    if months and (period.first.year, period.first.month) not in months:
        year, month = months[0]
        yield f"表格标题写的是{year}年{month}月，导入的期间是{period.zh}，请核对"


def notices(sheet: Sheet, header: Header, entries: Sequence[Line]) -> Iterator[str]:
    """Yield what is hidden in a sheet, and the columns that are not imported."""
    used = [place for place in sheet.hidden_columns if place < sheet.width]
    for name, places in (
        ("是隐藏的，照样导入", [place for place in used if place in header.headings]),
        ("是隐藏的，没有导入", [place for place in used if place not in header.headings]),
    ):
        if places:
            yield f"{'、'.join(map(column_letters, places))} 列{name}"
    hidden = [line.row for line in entries if line.row in sheet.hidden_rows]
    if hidden:
        numbers = listing([str(row + 1) for row in hidden])
        yield f"第 {numbers} 行是隐藏的（可能设了筛选），照样导入"
    for place in range(sheet.width):
        filled = sum(sheet.at(line.row, place) is not None for line in entries)
        if place not in header.headings and filled:
            title = header.texts.get(place)
            name = f"“{title}”" if title else "没有列名"
            letters = column_letters(place)
            yield f"{letters} 列{name}，标准数据表没有这一列，其中 {filled} 格没有导入"
    for cells, what in (
        (sheet.uncomputed, "公式没有保存结果"),
        (sheet.failed, "公式出错"),
    ):
        rows = {line.row for line in entries}
        others = [address(*one) for one in cells if one[0] not in rows]
        if others:
            yield f"{listing(others)} {what}，没有核对"


def listing(names: Sequence[str]) -> str:
    """Return some names, the first of many."""
    more = f"等 {len(names)} 处" if len(names) > LISTED else ""
    return "、".join(names[:LISTED]) + more
