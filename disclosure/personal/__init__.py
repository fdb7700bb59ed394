"""Personal data in text (个人信息): numbers that identify a person, words that give one away."""

from __future__ import annotations

from disclosure.personal.lexicon import LISTS, Lexicon
from disclosure.personal.mask import mask_name, mask_number
from disclosure.personal.scan import Finding, NumberKind, has_long_number, plain_digits, scan

__all__ = [
    "LISTS",
    "Finding",
    "Lexicon",
    "NumberKind",
    "has_long_number",
    "mask_name",
    "mask_number",
    "plain_digits",
    "scan",
]
