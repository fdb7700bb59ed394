"""The form of every data file under `api/v1/`: JSON whose bytes depend on the values alone."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.opendata.schema_json import to_json


def write_json(values: Mapping[str, object]) -> str:
    """Return values as JSON, keys sorted: one line a value, and one an item where it is a list."""
    lines = (f"{to_json(name)}:{write_value(values[name])}" for name in sorted(values))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def write_value(value: object) -> str:
    """Return a value on a line, or a list with a line for each of its items."""
    if isinstance(value, list | tuple) and value:
        return "[\n" + ",\n".join(map(to_json, value)) + "\n]"
    return to_json(value)
