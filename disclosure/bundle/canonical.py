"""JSON of which every value has one form only, so that equal records have equal bytes."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any, TypeGuard

from disclosure.bundle.refused import refusal

FORMAT = 1  # of every record of a bundle; another number, and it is not read
HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
SITE = re.compile(r"[1-9][0-9]{3}(?:[0-9]{2}(?:[0-9]{3}(?:[0-9]{3})?)?)?|common", re.ASCII)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def to_canonical(value: object) -> bytes:
    """Return a value as one line: keys sorted, no blanks, ended by a line feed."""
    text = json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    return f"{text}\n".encode()


def from_canonical(data: bytes, name: str) -> Any:  # Any: the caller says what it takes it for
    """Return the value of one line; refuse bytes that `to_canonical` would not have written."""
    try:
        value = json.loads(data)
        is_same = to_canonical(value) == data
    except (ValueError, RecursionError):
        is_same = False
    if not is_same:
        raise refusal(name, "内容残缺或被改动过", "it is damaged or has been altered")
    return value


def hash_of(data: bytes | memoryview) -> str:
    """Return the SHA-256 of some bytes, by which they are named everywhere in a bundle."""
    return hashlib.sha256(data).hexdigest()


def fits(value: object, pattern: re.Pattern[str]) -> TypeGuard[str]:
    """Tell whether a value that was read is a text of some form."""
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def is_size(value: object, limit: int) -> TypeGuard[int]:
    """Tell whether a value that was read is a number of bytes or files within a limit."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= limit
