"""A table's columns as a Table Schema written out: what the committed descriptor only names."""

from __future__ import annotations

import json
from functools import lru_cache

from disclosure.catalogue import Column
from disclosure.dataset.schema import field_of
from disclosure.opendata.columns import Layout

NUMBERS = ("number", "integer")
# A value on one line of JSON, keys sorted.
to_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


@lru_cache(maxsize=512)
def write_schema(layout: Layout) -> str:
    """Return the Table Schema of some columns as JSON, one field a line.

    Keys are kept where all their columns are there. Written once for all tables of one header.
    """
    schema = layout.schema
    names = {column.name for column in layout}
    fields = ",\n".join(to_json(full_field(column)) for column in layout)
    parts = [f'"fields":[\n{fields}\n]', '"missingValues":[""]']
    if schema and schema.primary_key and names.issuperset(schema.primary_key):
        parts.append(f'"primaryKey":{to_json(list(schema.primary_key))}')
    groups = [list(group) for group in (schema.unique_keys if schema else ())]
    groups = [group for group in groups if names.issuperset(group)]
    if groups:
        parts.append(f'"uniqueKeys":{to_json(groups)}')
    return "{" + ",".join(parts) + "}"


def full_field(column: Column) -> dict[str, object]:
    """Return a field with its constraints and the words that people read."""
    field = field_of(column)
    limits = field.get("constraints")
    if isinstance(limits, dict) and column.type in NUMBERS:
        for name in ("minimum", "maximum"):
            if name in limits:
                limits[name] = json.loads(limits[name])
    words = {
        "title": column.title,
        "description": column.description,
        "unit": column.unit,
        "labels": column.labels,
    }
    return field | {name: word for name, word in words.items() if word}
