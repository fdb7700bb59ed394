"""In what unit a sheet counts money: 单位：万元, or a heading such as 合同金额（万元）."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.catalogue.table import Column
from disclosure.exchange.around import Said
from disclosure.exchange.money import FACTORS, YUAN
from disclosure.exchange.sight import Sight
from disclosure.problem import Code, Problem

LARGE = tuple(unit for unit, factor in FACTORS.items() if factor > 1)
UNITS = frozenset((*FACTORS, "亩", "公顷", "平方米", "人", "户", "件", "张", "票", "天", "%"))
UNIT_DIFFERS = Code(
    "import-unit-differs",
    zh="“{title}”写的单位是“{value}”，标准数据表用“{expected}”",
    en="{field} is in {value}, the table wants {expected}",
    hint_zh="请在 Excel 里换算成{expected}，把表头的单位一起改好",
    hint_en="convert it to {expected} and correct the heading",
)


def money_factors(
    sight: Sight, columns: Mapping[int, Column], said: Said | None, problems: list[Problem]
) -> dict[int, int]:
    """Return what each column of money is multiplied by: its heading's unit, else the sheet's."""
    found = {}
    for place, column in columns.items():
        unit = sight.header.unit(place)
        is_money = column.unit == YUAN
        if is_money and unit in FACTORS:
            found[place] = FACTORS[unit]
        elif is_money and said and said.text in FACTORS:
            found[place] = FACTORS[said.text]
        elif unit in UNITS and column.unit and unit != column.unit:
            problems.append(unit_problem(sight, place, column, unit))
    is_odd = said and said.text not in FACTORS and any(one in said.text for one in LARGE)
    money = [place for place, column in columns.items() if column.unit == YUAN]
    if said and is_odd and not found and money:
        problems.append(unit_problem(sight, money[0], columns[money[0]], said.text))
    return found


def unit_problem(sight: Sight, place: int, column: Column, unit: str) -> Problem:
    """Return the problem of a column in another unit than the table's."""
    return UNIT_DIFFERS.at(
        sight.file,
        0,
        column.name,
        row=sight.header.bottom + 1,
        value=unit,
        title=sight.header.texts[place],
        expected=column.unit,
    )
