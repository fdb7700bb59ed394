"""Whole numbers as short text: base64 digits of 5 bits, the little end first, +32 = more follows.

0 is `A`, 31 is `f`, 32 is `gB`. The numbers of a list stand one after the other without a sign
between them, as in the source maps of browsers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
BITS, MORE = 5, 32
WHOLE = re.compile("(?:[g-z0-9+/]*[A-Za-f])*")
NUMBER = re.compile("[g-z0-9+/]*[A-Za-f]")
VALUES = {digit: value for value, digit in enumerate(DIGITS)}


def encode_slowly(number: int) -> str:
    """Return one number, not below 0, as text."""
    found = ""
    while number >= MORE:
        found += DIGITS[number % MORE + MORE]
        number >>= BITS
    return found + DIGITS[number]


KNOWN = [encode_slowly(number) for number in range(1 << 14)]  # nearly every gap and position
DECODED = {text: number for number, text in enumerate(KNOWN)}


def encode(number: int) -> str:
    """Return one number, not below 0, as text."""
    return KNOWN[number] if number < len(KNOWN) else encode_slowly(number)


def encode_all(numbers: Iterable[int]) -> str:
    """Return numbers as one text."""
    return "".join(map(encode, numbers))


def split(text: str) -> list[str]:
    """Return the text of each number; raise ValueError where it is no list of numbers."""
    if not WHOLE.fullmatch(text):
        raise ValueError("not a list of numbers")
    return NUMBER.findall(text)


def decode(text: str) -> int:
    """Return the number of one text."""
    known = DECODED.get(text)
    if known is not None:
        return known
    return sum((VALUES[digit] & MORE - 1) << BITS * place for place, digit in enumerate(text))


def decode_all(text: str) -> list[int]:
    """Return the numbers of a text; raise ValueError where it is no list of numbers."""
    return [decode(number) for number in split(text)]
