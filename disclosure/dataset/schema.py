"""Writes a table's schema down as frictionless reads it, for the columns a file holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from disclosure.catalogue.table import Column, Table


def schema_for(
    schema: Table, columns: Mapping[str, Column], names: Sequence[str]
) -> dict[str, object]:
    """Return the Table Schema of some columns in the order of a file."""
    written: dict[str, object] = {
        "fields": [field_of(columns[name]) for name in names],
        "missingValues": [""],
    }
    if schema.primary_key and set(schema.primary_key) <= set(names):
        written["primaryKey"] = list(schema.primary_key)
    return written


def field_of(column: Column) -> dict[str, object]:
    """Return one field with its constraints."""
    limits = column.limits
    bounds = {"minimum": limits.minimum, "maximum": limits.maximum}
    constraints: dict[str, object] = {name: text for name, text in bounds.items() if text}
    if column.is_required:
        constraints["required"] = True
    if limits.is_unique:
        constraints["unique"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    if limits.pattern:
        constraints["pattern"] = limits.pattern
    if limits.min_length:
        constraints["minLength"] = limits.min_length
    field: dict[str, object] = {"name": column.name, "type": column.type}
    if limits.format:
        field["format"] = limits.format
    if limits.true_values:
        field["trueValues"] = list(limits.true_values)
        field["falseValues"] = list(limits.false_values)
    if constraints:
        field["constraints"] = constraints
    return field
