"""Reads a number as accountants write it: thousands commas, ￥, full-width digits, brackets."""

from __future__ import annotations

import re
from decimal import Decimal

from disclosure.catalogue.table import Column
from disclosure.dataset.wording import trimmed
from disclosure.exchange.change import Cast, DoubtError
from disclosure.exchange.plain import LARGEST, exact, narrow, plain
from disclosure.workbook import Value

YUAN = "元"
YUANS = {"元": 1, "千元": 1_000, "万元": 10_000, "亿元": 100_000_000}
FACTORS = YUANS | {f"人民币{unit}": factor for unit, factor in YUANS.items()}
WHOLE = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+"
NUMBER = re.compile(rf"(?P<sign>[-+]?)(?P<digits>(?:{WHOLE})?(?:\.[0-9]+)?)(?P<unit>\D*)")
BRACKETS = re.compile(r"\((.+)\)")
MONEY_SIGN = re.compile("[¥$]|RMB|CNY|人民币", re.IGNORECASE)
DASHES = frozenset("-–—―－/")
NOISE = Decimal("0.0000005")  # what sums of a spreadsheet leave behind the decimals


def read_number(value: Value, column: Column, factor: int = 1) -> Cast:
    """Return a number in plain digits; `factor` turns the sheet's unit of money into yuan."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise DoubtError("不是数字", "it is no number")
    if isinstance(value, str):
        number, why = parse(value, column)
    else:
        number, why = exact(float(value)), ""
    if "万" in why or "亿" in why or "千元" in why:
        factor = 1  # the cell names its own unit
    if factor != 1:
        number, why = number * factor, why or f"原单位折算成元（×{factor}）"
    text, rounded = form(number, column)
    return Cast(text, why or rounded)


def parse(text: str, column: Column) -> tuple[Decimal, str]:
    """Return the number a text says, and what had to be taken away."""
    given = narrow(text)
    stripped = re.sub(r"\s", "", MONEY_SIGN.sub("", given))
    bracketed = BRACKETS.fullmatch(stripped)
    found = NUMBER.fullmatch(bracketed[1] if bracketed else stripped)
    if found is None or not found["digits"].strip("."):
        raise DoubtError("不是数字", "it is no number")
    number = Decimal(found["digits"].replace(",", "")) * (-1 if found["sign"] == "-" else 1)
    why = "去掉千分位、货币符号和空格，统一成半角" if text != str(number) else ""
    unit = re.sub("元[整正]$", "元", found["unit"])
    if unit in FACTORS and column.unit.startswith(YUAN):
        number *= FACTORS[unit]
        why = f"{unit}折算成元" if FACTORS[unit] != 1 else "去掉单位"
    elif unit and unit == column.unit:
        why = "去掉单位"
    elif unit:
        raise DoubtError(f"数字后面有“{unit}”，不知道怎样折算", "its unit is not known")
    if bracketed:
        if column.limits.minimum and Decimal(column.limits.minimum) >= 0:
            raise DoubtError(
                "括号里的数是不是负数无法判断，这一列也不能填负数", "a bracketed number"
            )
        number, why = -abs(number), "括号表示负数"
    return number, why


def form(number: Decimal, column: Column) -> tuple[str, str]:
    """Return a number as it is written, and why a digit was dropped."""
    scale = column.limits.scale
    if abs(number) >= LARGEST:
        raise DoubtError("数太大，末几位已经不准", "it has lost its last digits")
    if column.type == "integer" or scale is None:
        return trimmed(number), ""
    step = Decimal(1).scaleb(-scale)
    rounded = number.quantize(step)
    if abs(rounded - number) > NOISE:
        raise DoubtError(
            f"实际是 {trimmed(number)}，比规定的 {scale} 位小数多；"
            "显示的数是四舍五入来的，请在 Excel 里改成实际的数",
            "it has more decimals than its column allows",
        )
    is_money = column.unit == YUAN
    text = f"{rounded:f}" if is_money else trimmed(rounded)
    return text, "去掉公式计算留下的尾差" if rounded != number else ""


def amount(value: Value) -> Decimal | None:
    """Return the number in a cell for a sum, None where there is none."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return exact(float(value))
    text = re.sub(r"\s", "", MONEY_SIGN.sub("", narrow(plain(value)))).removesuffix(YUAN)
    bracketed = BRACKETS.fullmatch(text)
    found = NUMBER.fullmatch(bracketed[1] if bracketed else text)
    if found is None or found["unit"] or not found["digits"].strip("."):
        return None
    number = Decimal(found["digits"].replace(",", ""))
    return -number if bracketed or found["sign"] == "-" else number
