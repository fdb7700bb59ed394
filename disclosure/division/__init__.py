"""The divisions (行政区划) a site is built for, and the bodies that publish in them."""

from __future__ import annotations

from disclosure.division.code import CONTENT, expand, is_code, level_of, parent_of, shorten
from disclosure.division.level import Level
from disclosure.division.publisher import Publisher, PublisherKind, Publishers, load_publishers
from disclosure.division.register import Division, Register, load_register

__all__ = [
    "CONTENT",
    "Division",
    "Level",
    "Publisher",
    "PublisherKind",
    "Publishers",
    "Register",
    "expand",
    "is_code",
    "level_of",
    "load_publishers",
    "load_register",
    "parent_of",
    "shorten",
]
