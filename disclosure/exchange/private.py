"""Keeps identity and card numbers out of what is written: they are refused before any file is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure.catalogue.table import Column
from disclosure.exchange.entries import Entries
from disclosure.personal import NumberKind, scan
from disclosure.problem import Code, Problem

PERSONAL = Code(
    "import-personal-number",
    zh="Excel 单元格 {place}（{title}）里有{kind} {value}，没有导入",
    en="Excel cell {place} ({field}) holds a personal number {value}; nothing was imported",
    hint_zh="请在 Excel 里删去这个号码，区分同名的人用本地流水号，再重新导入",
    hint_en="delete the number, tell persons apart by a serial number of your own, import again",
)
KINDS = {
    NumberKind.RESIDENT_ID: "居民身份证号",
    NumberKind.RESIDENT_ID_OLD: "像 15 位居民身份证号的号码",
    NumberKind.BANK_CARD: "银行卡号",
}


def personal_numbers(
    entries: Entries, columns: Mapping[str, Column], file: str
) -> Iterator[Problem]:
    """Yield every number of a person in what would be written, masked.

    A mobile number may be an office's: whether it is, the check of the written package knows.
    """
    for row, places, number in zip(entries.rows, entries.places, entries.numbers, strict=True):
        for name, text in row.items():
            for finding in scan(text):
                if finding.kind in KINDS:
                    yield PERSONAL.at(
                        file,
                        0,
                        name,
                        row=number,
                        value=finding.masked,
                        place=places.get(name, "命令里写的值"),
                        title=columns[name].title,
                        kind=KINDS[finding.kind],
                    )
