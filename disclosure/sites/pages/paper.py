"""How much fits on a sheet of paper: lines of text reckoned without drawing them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil
from typing import TypeVar
from unicodedata import east_asian_width

POINT = 25.4 / 72  # mm
NARROW = 0.6  # width of a letter or digit against a Chinese character, the widest of our faces
EARLY = 0.6  # characters a line ends before its column does, on average
CUT = "……"

Item = TypeVar("Item")


def width_of(text: str) -> float:
    """Return the width of a text in Chinese characters."""
    return sum(1 if east_asian_width(sign) in "WFA" else NARROW for sign in text)


def height_of(text: str, width: float, size: float, leading: float) -> float:
    """Return the height in mm of a text of `size` points in a column of `width` mm.

    A line may end early, where a word or a full stop must not be parted.
    """
    if not text:
        return 0.0
    a_line = max(1.0, width / (size * POINT) - EARLY)
    return ceil(width_of(text) / a_line) * size * POINT * leading


def fit(items: Iterable[Item], height: Callable[[Item], float], room: float) -> tuple[Item, ...]:
    """Return as many of the first items as fit into `room`; order is kept, none is jumped over."""
    found, used = [], 0.0
    for item in items:
        used += height(item)
        if used > room:
            break
        found.append(item)
    return tuple(found)


def cut(text: str, width: float) -> str:
    """Return a text of at most `width` characters, its end marked where it was cut.

    It is cut after a clause where one ends in the second half.
    """
    if width_of(text) <= width:
        return text
    kept, used = "", width_of(CUT)
    for sign in text:
        used += width_of(sign)
        if used > width:
            break
        kept += sign
    clause = max(kept.rfind(mark) for mark in "，。；、")
    return (kept[:clause] if clause >= len(kept) // 2 else kept) + CUT
