"""Areas in one unit: 1 公顷 = 15 亩 = 10000 平方米, exactly."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from disclosure.dataset.values import Row
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.sheet import amount, text

TABLE = "asset_register"
MU_PER_UNIT = {"亩": Fraction(1), "公顷": Fraction(15), "平方米": Fraction(15, 10000)}
TOLERANCE = Fraction(1, 100)  # 亩: what rounding to two decimals may lose
GONE = "已处置"


def in_mu(area: Decimal, unit: str) -> Fraction | None:
    """Return an area in 亩, None where its unit is not known."""
    factor = MU_PER_UNIT.get(unit)
    return None if factor is None else Fraction(area) * factor


def area_of(row: Row) -> Fraction | None:
    """Return the area of an asset in 亩, None where it gives none."""
    area = amount(row, "area")
    return None if area is None else in_mu(area, text(row, "area_unit"))


@lru_cache(maxsize=1)
def registers(books: Books) -> dict[tuple[str, str], dict[str, dict[str, Line]]]:
    """Return the assets by number in each register: by division and category, then by day.

    Buildings and land (E0403, E0404) are registers of their own, each complete in itself.
    """
    found: dict[tuple[str, str], dict[str, dict[str, Line]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for line in books.lines(TABLE):
        sheet, row = line
        day = str(row.cells["as_of"])
        found[text(row, "division_code"), sheet.code][day][text(row, "asset_no")] = line
    return {
        register: {day: dict(assets) for day, assets in sorted(by_day.items())}
        for register, by_day in found.items()
    }
