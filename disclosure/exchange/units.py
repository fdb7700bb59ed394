"""In what unit a sheet counts money: 单位：万元, or a heading such as 合同金额（万元）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from disclosure.catalogue.table import Column
from disclosure.exchange.money import FACTORS, YUAN
from disclosure.exchange.plain import narrow, plain, squeezed
from disclosure.exchange.sight import Sight
from disclosure.problem import Code, Problem
from disclosure.workbook import Sheet

UNITS = frozenset(("亩", "公顷", "平方米", "人", "户", "件", "张", "票", "天", "%"))
MONEY = re.compile(r"(?:人民币)?[十百千万亿]*[美港欧日]?元")
SAID = re.compile(rf"单\s*位\s*:?\s*\(?({MONEY.pattern})(?![\u4e00-\u9fff])")
UNIT_DIFFERS = Code(
    "import-unit-differs",
    zh="“{title}”写的单位是“{value}”，标准数据表用“{expected}”",
    en="{field} is in {value}, the table wants {expected}",
    hint_zh="请在 Excel 里换算成{expected}，把表头的单位一起改好",
    hint_en="convert it to {expected} and correct the heading",
)


def money_factors(
    sight: Sight, columns: Mapping[int, Column], rows: Iterable[int], problems: list[Problem]
) -> dict[int, int]:
    """Return what each column of money is multiplied by: its heading's unit, else the sheet's.

    `rows` are those outside the table. A unit nobody can turn into yuan is a problem.
    """
    said = units_said(sight.sheet, rows)
    found = {}
    for place, column in columns.items():
        unit = sight.header.unit(place)
        if column.unit != YUAN:
            if unit in UNITS and column.unit and unit != column.unit:
                problems.append(unit_problem(sight, place, column, unit))
            continue
        meant = [unit] if MONEY.fullmatch(unit) else said
        if len(meant) == 1 and meant[0] in FACTORS:
            found[place] = FACTORS[meant[0]]
        elif meant:
            problems.append(unit_problem(sight, place, column, "、".join(meant)))
    return found


def units_said(sheet: Sheet, rows: Iterable[int]) -> list[str]:
    """Return the units of money that stand beside the table, each once."""
    texts = (" ".join(plain(value) for value in sheet.rows[row]) for row in rows)
    return sorted({found for text in texts for found in SAID.findall(narrow(text))})


def unit_problem(sight: Sight, place: int, column: Column, unit: str) -> Problem:
    """Return the problem of a column in another unit than the table's."""
    return UNIT_DIFFERS.at(
        sight.file,
        0,
        column.name,
        row=sight.header.bottom + 1,
        value=unit,
        title=squeezed(sight.header.texts[place]),
        expected=column.unit,
    )
