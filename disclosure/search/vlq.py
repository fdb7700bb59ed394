"""Whole numbers as short text: base64 digits of 5 bits, the little end first, +32 = more follows.

0 is `A`, 31 is `f`, 32 is `gB`. The numbers of a list stand one after the other without a sign
between them, as in the source maps of browsers.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
BITS, MORE = 5, 32
KNOWN, SHORT = 1 << 14, 3  # nearly every gap and place is smaller, its text no longer
VALUES = {digit: value for value, digit in enumerate(DIGITS)}


class Apart(dict[int, str]):
    """The digits of numbers, those that end one with a blank behind."""

    def __missing__(self, sign: int) -> str:
        raise ValueError(f"not a list of numbers: {chr(sign)!r}")


class Encoded(dict[int, str]):
    """The texts of numbers, those that come often worked out once."""

    def __missing__(self, number: int) -> str:
        found, rest = "", number
        while rest >= MORE:
            found += DIGITS[rest % MORE + MORE]
            rest >>= BITS
        found += DIGITS[rest]
        if number < KNOWN:
            self[number] = found
        return found


class Decoded(dict[str, int]):
    """The numbers of texts, those that come often worked out once."""

    def __missing__(self, text: str) -> int:
        found = sum((VALUES[digit] & MORE - 1) << BITS * place for place, digit in enumerate(text))
        if len(text) <= SHORT:
            self[text] = found
        return found


APART = Apart((ord(one), f"{one} " if value < MORE else one) for one, value in VALUES.items())
ENCODED, DECODED = Encoded(), Decoded()
encode = ENCODED.__getitem__  # one number, not below 0
decode = DECODED.__getitem__  # the text of one number


@cache
def short_texts() -> list[str]:
    """Return the texts of the numbers that come often: a list gives them fastest."""
    return list(map(encode, range(KNOWN)))


def encode_all(numbers: Iterable[int]) -> str:
    """Return numbers as one text."""
    return "".join(map(encode, numbers))


def split(text: str) -> list[str]:
    """Return the text of each number; raise ValueError where it is no list of numbers."""
    numbers = text.translate(APART).split(" ")
    if numbers.pop():
        raise ValueError("not a list of numbers: the last is cut off")
    return numbers


def decode_all(text: str) -> list[int]:
    """Return the numbers of a text; raise ValueError where it is no list of numbers."""
    return list(map(decode, split(text)))
