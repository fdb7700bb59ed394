"""Personal data in text (个人信息): numbers that identify a person, words that give one away."""

from __future__ import annotations

from disclosure.personal.glance import in_ascii, is_visible, may_hold_number
from disclosure.personal.lexicon import LISTS, Lexicon
from disclosure.personal.mask import mask_name, mask_number
from disclosure.personal.scan import (
    SHORTEST_NUMBER,
    Finding,
    NumberKind,
    has_long_number,
    plain_digits,
    scan,
)
from disclosure.personal.sought import Sought

__all__ = [
    "LISTS",
    "SHORTEST_NUMBER",
    "Finding",
    "Lexicon",
    "NumberKind",
    "Sought",
    "has_long_number",
    "in_ascii",
    "is_visible",
    "mask_name",
    "mask_number",
    "may_hold_number",
    "plain_digits",
    "scan",
]
