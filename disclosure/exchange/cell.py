"""Reads one cell for its column: by the column's type, never guessing between two readings."""

from __future__ import annotations

import re

from msgspec import Struct

from disclosure.catalogue.table import Column
from disclosure.division import Division, Register, expand
from disclosure.exchange.change import Cast, DoubtError
from disclosure.exchange.day import read_day
from disclosure.exchange.money import DASHES, read_number
from disclosure.exchange.plain import LARGEST, narrow, plain, squeezed, tidy
from disclosure.exchange.stretch import read_stretch
from disclosure.exchange.words import choices_of, read_word
from disclosure.period import Period, parse_period
from disclosure.problem import DisclosureError
from disclosure.workbook import Value

DIVISION, PERIOD = "division_code", "period"
YEARS = frozenset(("budget_year", "report_year"))
CODES = ("_no", "_code", "_id", "_ref", "_of", "_doc")  # how columns end that hold codes


class Context(Struct, frozen=True):
    """What holds for the whole import: whose table, of which period, how its days are counted."""

    register: Register
    division: Division
    period: Period | None = None
    from_1904: bool = False


def read_cell(value: Value, column: Column, context: Context, factor: int = 1) -> Cast:
    """Return what a filled cell is written as; raise DoubtError where that is not certain."""
    text = plain(value)
    if not column.is_required and column.type != "string" and tidy(text) in DASHES:
        return Cast("", "横线表示没有，留空")
    if column.name == DIVISION:
        return read_division(text, context)
    if column.name == PERIOD:
        return same_period(read_stretch(value, context.period), context)
    if takes_period(column):
        return read_stretch(value, context.period)
    if choices_of(column) or squeezed(text) in map(squeezed, column.labels.values()):
        return read_word(value, column)
    match column.type:
        case "date":
            return read_day(value, context.period, context.from_1904)
        case "integer" | "number":
            if column.name in YEARS and isinstance(value, str):
                return Cast(*read_year(text))
            return read_number(value, column, factor)
        case _:
            return read_text(value, text, is_code=column.name.endswith(CODES))


def same_period(cast: Cast, context: Context) -> Cast:
    """Return the period of a row; an import is of one period."""
    if context.period and cast.text != str(context.period):
        raise DoubtError(f"不是 --period 写的 {context.period}", "it is another period")
    return cast


def takes_period(column: Column) -> bool:
    """Tell whether a column of text holds months, quarters or years."""
    pattern = column.limits.pattern
    if not pattern.startswith("^20"):
        return False
    return any(re.fullmatch(pattern, one) for one in ("2026-09", "2026-Q3", "2026"))


def read_text(value: Value, text: str, *, is_code: bool = False) -> Cast:
    """Return a text without blanks around it; codes also without full-width characters."""
    if isinstance(value, int | float) and abs(value) >= LARGEST:
        raise DoubtError(
            "位数太多，Excel 已把末几位改成 0，请把单元格设成文本后重写", "its last digits are lost"
        )
    found = tidy(text)
    if is_code:
        found = narrow(found)
    return Cast(found, "" if found == text else "去掉多余的空格、换行和全角字符")


def read_division(text: str, context: Context) -> Cast:
    """Return the twelve digits of a division named by code or by name."""
    given = narrow(text)
    try:
        found = context.register.resolve(given)
    except DisclosureError:
        raise DoubtError("区划登记表里没有，或者不止一个", "it is no one division") from None
    around = (found.code, *(one.code for one in context.register.ancestors(found)))
    if context.division.code not in around:
        raise DoubtError(f"不是{context.division.name}，也不是它下面的", "it is another division")
    code = expand(found.code)
    return Cast(code, "" if code == text else "换成 12 位区划代码")


def read_year(text: str) -> tuple[str, str]:
    """Return a year written 2026年 or 2026年度."""
    found = re.fullmatch(r"(20[0-9]{2})\s*年?度?", narrow(text))
    if found is None:
        raise DoubtError("看不出是哪一年", "it names no year")
    return found[1], "" if found[1] == text else "年份统一写法"


def fits_period(column: Column, period: Period) -> bool:
    """Tell whether a column of periods takes the rhythm of one."""
    return re.fullmatch(column.limits.pattern or ".*", str(period)) is not None


def parse(text: str) -> Period | None:
    """Return the period somebody typed."""
    return parse_period(narrow(text))
