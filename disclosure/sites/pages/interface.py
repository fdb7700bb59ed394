"""The form of every data file under `api/v1/`: JSON whose bytes depend on the values alone."""

from __future__ import annotations

import json
from collections.abc import Mapping

encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def write_json(values: Mapping[str, object]) -> str:
    """Return values as JSON, keys sorted: one line a value, and one an item where it is a list."""
    lines = (f"{encode(name)}:{write_value(values[name])}" for name in sorted(values))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def write_value(value: object) -> str:
    """Return a value on a line, or a list with a line for each of its items."""
    if isinstance(value, list | tuple) and value:
        return "[\n" + ",\n".join(map(encode, value)) + "\n]"
    return encode(value)
