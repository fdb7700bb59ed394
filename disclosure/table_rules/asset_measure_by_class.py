"""asset-measure-by-class: land without an area, or another asset without quantity or value.

Design of this catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.dataset.values import Row
from disclosure.problem import Code, Problem
from disclosure.table_rules.areas import TABLE
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount, text

CODE = Code(
    "asset-measure-by-class",
    zh="{asset} 的类别是“{asset_class}”，{title}是 {value}，{expected}",
    en="{asset} is {asset_class}: {field} is {value}, it must be given",
    hint_zh="土地和资源写面积和面积单位，其他资产写数量和原值",
    hint_en="land and resources give area and area_unit, other assets quantity and original_value",
)
LAND = frozenset({"耕地", "林地", "草地", "园地", "滩涂水面", "四荒地", "集体建设用地", "其他资源"})


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield what an asset of its class has to give and does not."""
    for row in sheet.rows:
        for column, expected in missing(row):
            yield sheet.problem(
                CODE,
                row,
                column,
                row.cells.get(column),
                asset=row.cells["asset_no"],
                asset_class=row.cells["asset_class"],
                expected=expected,
            )


def missing(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the columns of a row that its class needs, with what they should hold."""
    if text(row, "asset_class") in LAND:
        if not amount(row, "area"):
            yield "area", "应填写大于零的面积"
        if not text(row, "area_unit"):
            yield "area_unit", "应填写面积单位"
        return
    if not amount(row, "quantity"):
        yield "quantity", "应填写大于零的数量"
    if amount(row, "original_value") is None:
        yield "original_value", "应填写原值"
