"""Says in words what is wrong with a cell: what it holds, and what it may hold."""

from __future__ import annotations

from decimal import Decimal

from disclosure.catalogue.table import Column
from disclosure.dataset.cells import DECIMALS
from disclosure.personal import mask_name
from disclosure.personal.hide import hide_numbers
from disclosure.problem import clip

MAX_SHOWN = 30  # characters of a cell that a sentence repeats
MAX_CHOICES = 12
# What the patterns of the standard tables ask for, in words.
FORMS = {
    "^[1-9][0-9]{11}$": "应为 12 位数字的区划代码",
    "^20[0-9]{2}-(0[1-9]|1[0-2])$": "应写成 2026-09 这样的月份",
    "^20[0-9]{2}-Q[1-4]$": "应写成 2026-Q3 这样的季度",
    "^20[0-9]{2}-((0[1-9]|1[0-2])|Q[1-4])$": "应写成 2026-09 这样的月份或 2026-Q3 这样的季度",
    "^20[0-9]{2}(-((0[1-9]|1[0-2])|Q[1-4]|H[12]))?$": (
        "应写成 2026、2026-H1、2026-Q3 或 2026-09 这样的统计期"
    ),
    "^(?!.*[0-9]{8}).{1,20}$": "应为 20 个字以内的账户名称，不得有 8 位以上的连续数字",
    "^(?!.*[0-9]{13}).{1,30}$": "应为 30 个字以内的编号，不得有 13 位以上的连续数字",
    "^[SE][0-9]{4}[-._][0-9A-Za-z][0-9A-Za-z._-]*$": ("应为类目代码加本地编号，如 S0401-001"),
    r"^(PM2\.5|PM10|SO2|NO2|CO|O3-8h)(、(PM2\.5|PM10|SO2|NO2|CO|O3-8h))*$": (
        "应从 PM2.5、PM10、SO2、NO2、CO、O3-8h 中选填，几项之间用顿号"
    ),
}
TYPES = {
    "integer": "应填整数",
    "number": "应填数字",
    "date": "应填实有的日期，如 2026-09-01",
}


def shown(column: Column, text: str) -> str:
    """Return a cell as a report may show it: no personal number, no name in full."""
    text = mask_name(text) if column.is_masked else hide_numbers(text)
    text = clip(text)
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"


def sentence(column: Column, text: str, kind: str) -> str:
    """Return what is wrong with a cell; `kind` is frictionless' word for it, or our reason."""
    title = column.title or column.name
    if kind == "required":
        return f"{title}没有填写"
    if kind == "blank":
        return f"{title}只有空格，没有内容"
    return f"{title}“{shown(column, text)}”{demands(column).get(kind, '的写法不对')}"


def demands(column: Column) -> dict[str, str]:
    """Return what a column asks of a cell, by the kind of fault."""
    limits, is_whole = column.limits, column.type == "integer"
    truth = choices(limits.true_values[-1:] + limits.false_values[-1:])
    return {
        "type-error": f"应填{truth}" if truth else TYPES.get(column.type, "的写法不对"),
        "enum": f"不在可填的范围内，可填{choices(column.enum)}",
        "pattern": FORMS.get(limits.pattern, "的写法不对"),
        "minimum": f"不能小于 {limits.minimum}",
        "maximum": f"不能大于 {limits.maximum}",
        "minLength": f"太短，至少写 {limits.min_length} 个字",
        "number": f"应写成普通{'整数' if is_whole else '数字'}：半角，不带千分位、单位和空格",
        "decimals": f"至多写 {DECIMALS if limits.scale is None else limits.scale} 位小数",
        "day": "应写成 2026-09-01 这样的日期，月、日各两位",
        "address": "应为 http:// 或 https:// 开头的网址",
    }


def choices(words: tuple[str, ...]) -> str:
    """Return the allowed words in quotes, the first dozen of a long list."""
    named = "、".join(f"“{word}”" for word in words[:MAX_CHOICES])
    return f"{named}等 {len(words)} 种" if len(words) > MAX_CHOICES else named


def trimmed(number: Decimal) -> str:
    """Return a number in plain digits without noughts at the end of its decimals."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
