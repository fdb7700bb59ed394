"""Data as a classic script with one call: a page opened from a disk may read nothing else."""

from __future__ import annotations

import json
import re
from typing import Any

OBJECT = "DISCLOSURE"
# JSON allows these inside a text, an old browser's script does not; half a character is none.
ODD = re.compile("[\u2028\u2029\ud800-\udfff]")
to_plain_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_json(value: object) -> str:
    """Return a value as JSON on one line that a script of any age may hold."""
    text = to_plain_json(value)
    return ODD.sub(escape, text) if is_odd(text) else text


def is_odd(text: str) -> bool:
    """Tell whether a text holds any odd sign; to say no, the pattern takes eight times as long."""
    if text.isascii():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character
        return True
    return "\u2028" in text or "\u2029" in text


def escape(match: re.Match[str]) -> str:
    """Return a sign as an escape of JSON."""
    return f"\\u{ord(match[0]):04x}"


def write_call(name: str, *values: object) -> str:
    """Return the script that hands some values to the function of this name."""
    return f"{OBJECT}.{name}({','.join(map(to_json, values))});\n"


def read_call(name: str, text: str) -> Any:  # whatever JSON holds
    """Return the one value of a call; raise ValueError where the text is no such call."""
    (value,) = read_values(name, text)
    return value


def read_values(name: str, text: str) -> list[Any]:  # as above
    """Return the values of a call; raise ValueError where the text is no such call."""
    start, end = f"{OBJECT}.{name}(", ");\n"
    if not text.startswith(start) or not text.endswith(end):
        raise ValueError(f"no call of {OBJECT}.{name}")
    try:
        found: list[Any] = json.loads(f"[{text[len(start) : -len(end)]}]", parse_constant=refuse)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    return found


def refuse(constant: str) -> None:
    """Raise ValueError: NaN and its like are no JSON."""
    raise ValueError(constant)
