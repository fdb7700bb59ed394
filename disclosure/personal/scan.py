"""Finds the numbers of persons in text: one pass over the digits, then the checks of each kind.

Digits may be full-width, spaced, cut by hyphens or by characters of no width. A number glued to
more digits is another number; one that goes on behind a decimal point is an amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from disclosure.personal.bank_card import is_bank_card, is_card_grouping
from disclosure.personal.credit_code import is_credit_code
from disclosure.personal.glance import DIGITS, GAPS, NO_WIDTH, in_ascii, is_visible, may_hold_number
from disclosure.personal.mask import mask_number
from disclosure.personal.mobile import is_mobile, is_mobile_grouping, without_country
from disclosure.personal.resident_id import is_old_resident_id, is_resident_id


class NumberKind(Enum):
    """What a number identifies a person by."""

    RESIDENT_ID = "resident_id"
    RESIDENT_ID_OLD = "resident_id_old"
    BANK_CARD = "bank_card"
    MOBILE = "mobile"


class Finding(Struct, frozen=True):
    """A number found at `text[start:end]`; `masked` is how a report may show it."""

    kind: NumberKind
    start: int
    end: int
    masked: str


class Group(NamedTuple):
    """Digits without a visible gap, as plain ASCII, and where they stand."""

    digits: str
    start: int
    end: int


WIDEST_GAP = 3
SHORTEST_NUMBER = 11  # digits, of a mobile
LONGEST = 19
LENGTHS = frozenset({SHORTEST_NUMBER, 13, 15, 16, 17, 18, LONGEST})  # 13 with the country's 86
LONGEST_ADDRESS = 2000  # how far back an address that holds a number may begin

# Eleven signs of a number matter only where they begin with 1, other numbers are longer; and only
# from the first digit of a number on (behind 00 the country's 86 is one), so that the code of a
# division is none.
ANY = f"[{DIGITS}{NO_WIDTH}{GAPS}]"
LONG = re.compile(f"[{DIGITS}]{ANY}{{10}}")
RUN = re.compile(
    f"[1-9１-９](?:(?<![{DIGITS}].)|(?<=00.)(?<![{DIGITS}]00.))"
    f"(?:(?<=[1１]){ANY}{{10,}}|(?<=8)61{ANY}{{10,}}|(?<=[2-9２-９]){ANY}{{14,}})[XxＸｘ]?"
)
GROUP = re.compile(f"[{DIGITS}](?:[{NO_WIDTH}]*[{DIGITS}])*")
TO_ASCII = {ord("０") + digit: str(digit) for digit in range(10)} | dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF]
)
# Case is folded in the scheme alone: folded, the range would swallow i, k and s (ı, K, ſ).
ADDRESS = re.compile(r"(?i:https?://|www\.)[^\s\"'<>,;)\]\u0080-\uffff]+")
MEASURE = re.compile(r"\s?(?:元|万|亿|亩|吨|公斤|千克|平方|立方|千瓦|度|%|％)")  # an amount
PHONE_WORD = re.compile(r"(?:tel|phone|mobile|wechat|wx|vx|qq)$", re.IGNORECASE)
CODE_WORD = re.compile(r"(?:信用|机构)代码[^0-9]{0,12}$")
IS_LETTER = re.compile(r"[A-Za-z_]", re.ASCII)
IS_WORD = re.compile(r"[A-Za-z0-9_]", re.ASCII)


def has_long_number(text: str) -> bool:
    """Tell whether a text holds a run of digits worth a second look."""
    if is_visible(text) and not may_hold_number(in_ascii(text)):
        return False
    return RUN.search(text) is not None


@lru_cache(maxsize=4096)
def plain_digits(text: str) -> str:
    """Return the digits of a text as ASCII, everything else dropped."""
    return "".join(to_ascii(group[0]) for group in GROUP.finditer(text))


def to_ascii(digits: str) -> str:
    """Return some digits as ASCII, what has no width dropped."""
    return digits if digits.isascii() else digits.translate(TO_ASCII)


def scan(text: str) -> Iterator[Finding]:
    """Yield the personal numbers of a text from left to right; none overlaps another."""
    for run in RUN.finditer(text) if LONG.search(text) else ():
        yield from scan_run(text, run)


def scan_run(text: str, run: re.Match[str]) -> Iterator[Finding]:
    """Yield the numbers in one run of digits and gaps; they begin and end with a group."""
    groups = [
        Group(to_ascii(found[0]), found.start(), found.end())
        for found in GROUP.finditer(text, run.start(), run.end())
    ]
    first = 0
    sign = run.end() - 1 if text[run.end() - 1] in "XxＸｘ" else None
    while first < len(groups) and run.end() - groups[first].start >= SHORTEST_NUMBER:
        finding, taken = number_at(text, groups, first, sign)
        if finding:
            yield finding
        first += taken


def number_at(
    text: str, groups: list[Group], first: int, sign: int | None
) -> tuple[Finding | None, int]:
    """Return the number that begins with a group, and how many groups it takes (1 = none)."""
    digits = ""
    lengths: tuple[int, ...] = ()
    start = groups[first].start
    for last in range(first, len(groups)):
        group = groups[last]
        if last > first and group.start - groups[last - 1].end > WIDEST_GAP:
            break
        digits += group.digits
        lengths += (len(group.digits),)
        if len(digits) > LONGEST:
            break
        end = group.end
        is_signed = sign is not None and last == len(groups) - 1 and sign - end <= WIDEST_GAP
        if is_signed and sign and is_whole_id(text, start, sign + 1, digits + "X"):
            masked = mask_number(digits + "X")
            return Finding(NumberKind.RESIDENT_ID, start, sign + 1, masked), len(lengths)
        kind = kind_of(digits, lengths)
        if kind and is_alone(kind, text, start, end, digits):
            plain = without_country(digits) if kind is NumberKind.MOBILE else digits
            return Finding(kind, start, end, mask_number(plain)), len(lengths)
    return None, 1


def kind_of(digits: str, lengths: tuple[int, ...]) -> NumberKind | None:
    """Return what some digits are by themselves, cut into groups of these lengths."""
    if len(digits) not in LENGTHS:
        return None
    if is_resident_id(digits):
        return NumberKind.RESIDENT_ID
    if is_card_grouping(lengths) and is_bank_card(digits):
        return NumberKind.BANK_CARD
    if len(lengths) == 1 and is_old_resident_id(digits):
        return NumberKind.RESIDENT_ID_OLD
    if is_mobile(digits) and is_mobile_grouping(lengths):
        return NumberKind.MOBILE
    if len(lengths) == 1 and is_mobile(without_country(digits)):
        return NumberKind.MOBILE
    return None


def is_alone(kind: NumberKind, text: str, start: int, end: int, digits: str) -> bool:
    """Tell whether what stands around a number leaves it what it is by itself."""
    if kind is NumberKind.RESIDENT_ID:
        return is_whole_id(text, start, end, digits)
    if is_decimal(text, start, end) or is_part_of_word(text, start, end):
        return False
    if is_in_address(text, start):
        return False
    return kind is not NumberKind.MOBILE or not MEASURE.match(text, end)


def is_whole_id(text: str, start: int, end: int, digits: str) -> bool:
    """Tell whether this is a resident number; one that is a credit code too needs that word."""
    if not is_resident_id(digits) or (digits[-1] == "X" and IS_WORD.match(text, end)):
        return False
    return not (is_credit_code(digits) and CODE_WORD.search(text[max(0, start - 30) : start]))


def is_decimal(text: str, start: int, end: int) -> bool:
    """Tell whether the number is part of a decimal; `1.` before it numbers an item of a list."""
    is_fraction = text[max(0, start - 2) : start] == "0."
    return is_fraction or (text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit())


def is_part_of_word(text: str, start: int, end: int) -> bool:
    """Tell whether letters are glued to the number, as in a digest; `tel` before it is a label."""
    if IS_WORD.match(text, end):
        return True
    before = text[max(0, start - 8) : start]
    return bool(IS_LETTER.match(before[-1:])) and not PHONE_WORD.search(before)


def is_in_address(text: str, start: int) -> bool:
    """Tell whether the place lies inside the address of a web page."""
    reach = max(0, start - LONGEST_ADDRESS)
    return any(found.end() > start for found in ADDRESS.finditer(text, reach, start + 1))
