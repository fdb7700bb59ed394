"""asset-area-conversion: an area changes when only its unit should have.

1 公顷 = 15 亩 = 10000 平方米; a hundredth of a 亩 is lost in rounding. Design.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from disclosure.problem import Code, Problem
from disclosure.table_rules.areas import TABLE, TOLERANCE, area_of, registers
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import amount, text

CODE = Code(
    "asset-area-conversion",
    zh="{asset} 的{title}是 {value}{unit}，合 {found} 亩；{before} 台账为 {old}{old_unit}，"
    "合 {expected} 亩",
    en="{asset}: {found} mu, in the register of {before} {expected} mu",
    hint_zh="1 公顷等于 15 亩，等于 10000 平方米；请按原数换算，面积确有变化的沿用原单位填写",
    hint_en="1 hectare = 15 mu = 10000 square metres; where the area did change, keep its unit",
)


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every asset whose area differs from one register to the next with its unit."""
    for by_day in registers(books).values():
        for (before, old), (_, new) in pairwise(by_day.items()):
            for number, line in new.items():
                if number in old:
                    yield from compare(old[number], line, before)


def compare(old: Line, new: Line, before: str) -> Iterator[Problem]:
    """Yield the problem of one asset whose unit changed and whose area did too."""
    sheet, row = new
    unit, old_unit = text(row, "area_unit"), text(old[1], "area_unit")
    area, expected = area_of(row), area_of(old[1])
    if unit == old_unit or area is None or expected is None:
        return
    if abs(area - expected) > TOLERANCE:
        yield sheet.problem(
            CODE,
            row,
            "area",
            amount(row, "area"),
            asset=row.cells["asset_no"],
            unit=unit,
            found=f"{float(area):.4f}",
            before=before,
            old=amount(old[1], "area"),
            old_unit=old_unit,
            expected=f"{float(expected):.4f}",
        )
