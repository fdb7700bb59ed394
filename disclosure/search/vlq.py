"""Whole numbers as short text: base64 digits of 5 bits, the little end first, +32 = more follows.

0 is `A`, 31 is `f`, 32 is `gB`. The numbers of a list stand one after the other without a sign
between them, as in the source maps of browsers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
BITS, MORE = 5, 32
KNOWN = 1 << 14  # nearly every gap and place is smaller
WHOLE = re.compile("(?:[g-z0-9+/]*[A-Za-f])*")
NUMBER = re.compile("[g-z0-9+/]*[A-Za-f]")
VALUES = {digit: value for value, digit in enumerate(DIGITS)}


class Encoded(dict[int, str]):
    """The texts of numbers: a look-up for those that come often."""

    def __missing__(self, number: int) -> str:
        found = ""
        while number >= MORE:
            found += DIGITS[number % MORE + MORE]
            number >>= BITS
        return found + DIGITS[number]


class Decoded(dict[str, int]):
    """The numbers of texts."""

    def __missing__(self, text: str) -> int:
        return sum((VALUES[digit] & MORE - 1) << BITS * place for place, digit in enumerate(text))


ENCODED = Encoded()
ENCODED.update((number, ENCODED[number]) for number in range(KNOWN))
DECODED = Decoded((text, number) for number, text in ENCODED.items())
encode = ENCODED.__getitem__  # one number, not below 0
decode = DECODED.__getitem__  # the text of one number


def encode_all(numbers: Iterable[int]) -> str:
    """Return numbers as one text."""
    return "".join(map(encode, numbers))


def split(text: str) -> list[str]:
    """Return the text of each number; raise ValueError where it is no list of numbers."""
    if not WHOLE.fullmatch(text):
        raise ValueError("not a list of numbers")
    return NUMBER.findall(text)


def decode_all(text: str) -> list[int]:
    """Return the numbers of a text; raise ValueError where it is no list of numbers."""
    return list(map(decode, split(text)))
