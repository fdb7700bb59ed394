"""Reads a small table of the repository's own (CSV, header row) with the line of each row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from disclosure.problem import Code, DisclosureError
from disclosure.regular import read_regular

if TYPE_CHECKING:
    from _csv import Reader

MAX_CELL = 100_000  # characters: more is a quote that was never closed
CSV_UNREADABLE = Code(
    "register-unreadable",
    zh="{file} 无法读取：{reason_zh}",
    en="{file} cannot be read: {reason_en}",
    hint_zh="请确认文件存在，并以 UTF-8 编码、逗号分隔保存",
    hint_en="the file must exist and be UTF-8 CSV with commas",
)
CSV_COLUMN = Code(
    "register-column-missing",
    zh="{file} 缺少列 {value}",
    en="{file} lacks the column {value}",
    hint_zh="第一行表头应包含：{expected}",
    hint_en="the header row must hold: {expected}",
)
CSV_TWICE = Code(
    "register-column-twice",
    zh="{file} 有两列都是 {value}",
    en="{file} has the column {value} twice",
    hint_zh="请删去其中一列",
    hint_en="remove one of them",
)
CSV_WIDTH = Code(
    "register-row-width",
    zh="{file} 第 {line} 行有 {value} 格，表头有 {expected} 格",
    en="{file} line {line} has {value} cells, the header has {expected}",
    hint_zh="请补齐或删去多余的逗号；单元格内的逗号须用英文双引号括起",
    hint_en="add or remove commas; quote a cell that holds one",
)


class Row(Struct, frozen=True):
    """One row: the cells by column name, stripped of nothing, and the physical line it ends on."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def read_rows(path: Path, file: str, columns: Iterable[str]) -> tuple[Row, ...]:
    """Return the rows of the table at `path`; `columns` must all be in its header."""
    return parse_rows(read_text(path, file), file, tuple(columns))


def read_text(path: Path, file: str) -> str:
    """Return the text of the table at `path`."""
    try:
        return read_regular(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DisclosureError(
            CSV_UNREADABLE.at(file, reason_zh="不是 UTF-8 编码", reason_en="not UTF-8")
        ) from None
    except OSError as error:
        raise DisclosureError(
            CSV_UNREADABLE.at(file, reason_zh="文件打不开或不存在", reason_en=error.strerror or "")
        ) from None


def read_cells(text: str) -> Reader:
    """Return a strict reader of CSV text; a cell longer than `MAX_CELL` raises csv.Error.

    The limit is set each time: it is the process's, and other libraries lift it on import.
    """
    csv.field_size_limit(MAX_CELL)
    return csv.reader(io.StringIO(text, newline=""), strict=True)


def parse_rows(text: str, file: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """Return the rows of `text`; raise what is wrong with header or widths, all at once."""
    reader = read_cells(text)
    try:
        table = [(reader.line_num, cells) for cells in reader if cells]
    except csv.Error as error:
        raise DisclosureError(
            CSV_UNREADABLE.at(
                file, reader.line_num, reason_zh="引号或分隔符有误", reason_en=str(error)
            )
        ) from None
    header = table[0][1] if table else []
    problems = [
        CSV_COLUMN.at(file, 1, column, value=column, expected="、".join(columns))
        for column in columns
        if column not in header
    ]
    twice = sorted({name for name in header if name and header.count(name) > 1})
    problems += [CSV_TWICE.at(file, 1, name, value=name) for name in twice]
    problems += [
        CSV_WIDTH.at(file, line, value=str(len(cells)), expected=len(header))
        for line, cells in table[1:]
        if len(cells) != len(header)
    ]
    if problems:
        raise DisclosureError(*problems)
    return tuple(
        Row(file, line, dict(zip(header, cells, strict=True))) for line, cells in table[1:]
    )
