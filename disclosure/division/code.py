"""Division codes (区划代码): twelve digits in data, the significant ones in folders and addresses.

Source: GB/T 2260 (digits 1-6), GB/T 10114 (7-9), 统计用区划代码 (10-12). Codes are strings.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from disclosure.division.level import Level

CONTENT = "content"  # the folder all content lies in
FULL = re.compile(r"[1-9][0-9]{11}", re.ASCII)
SHORT = re.compile(r"[1-9][0-9]{3}(?:[0-9]{2}(?:[0-9]{3}(?:[0-9]{3})?)?)?", re.ASCII)
LEVELS = {level.digits: level for level in Level}
LENGTHS = tuple(LEVELS)


def is_code(text: str) -> bool:
    """Tell whether `text` is a short or full code of some level."""
    return FULL.fullmatch(text) is not None or SHORT.fullmatch(text) is not None


def shorten(code: str) -> str:
    """Return the significant digits of a 12-digit code: 4, 6, 9 or 12 of them."""
    return code[: LENGTHS[bisect_left(LENGTHS, len(code.rstrip("0")))]]


def expand(short: str) -> str:
    """Return the 12 digits of a short code."""
    return short.ljust(12, "0")


@lru_cache(maxsize=16384)
def level_of(code: str) -> Level:
    """Return the level of a short or full code."""
    return LEVELS[len(shorten(expand(code)))]


@lru_cache(maxsize=16384)
def folder_of(short: str) -> str:
    """Return where the content of a short code lies: `content/9901/990101/...`."""
    above = [short[:length] for length in LENGTHS if length <= len(short)]
    return "/".join([CONTENT, *above])


def parent_of(short: str) -> str | None:
    """Return the short code one level up; None for a city."""
    index = LENGTHS.index(len(short))
    return short[: LENGTHS[index - 1]] if index else None
