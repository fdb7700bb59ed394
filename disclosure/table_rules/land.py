"""Land compensation (征地补偿费): the items that several rules tell apart."""

from __future__ import annotations

from disclosure.dataset.values import Row
from disclosure.table_rules.sheet import amount

TABLE = "land_compensation"
LAND, RESETTLEMENT, INSURANCE = "土地补偿费", "安置补助费", "社会保障费用"
OWNERS = frozenset({"青苗补偿", "其他地上附着物补偿"})  # they go to their owners


def is_shared_out(row: Row) -> bool:
    """Tell whether any of an item went to households or stayed with the collective."""
    return bool(amount(row, "distributed") or amount(row, "collective_retained"))
