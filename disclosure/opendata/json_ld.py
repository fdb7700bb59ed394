"""Linked data as JSON-LD."""

from __future__ import annotations

from disclosure.opendata.node import PREFIXES, Literal, Node, Reference, address
from disclosure.opendata.schema_json import to_json


def write_json_ld(node: Node, base: str) -> str:
    """Return a node with its context; the values of a property stand one a line."""
    parts = [f'"@context":{to_json(PREFIXES)}', f'"@id":{to_json(address(node.url, base))}']
    parts.append(f'"@type":{to_json(node.kind)}')
    for name, values in node.properties.items():
        lines = ",\n".join(to_json(plain(value, base)) for value in values)
        parts.append(f"{to_json(name)}:[\n{lines}\n]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def plain(value: Literal | Reference | Node, base: str) -> dict[str, object]:
    """Return a value as JSON-LD holds it."""
    if isinstance(value, Literal):
        found: dict[str, object] = {"@value": value.text}
        if value.language:
            found["@language"] = value.language
        if value.type:
            found["@type"] = value.type
        return found
    if isinstance(value, Reference):
        return {"@id": value.url if value.is_absolute else address(value.url, base)}
    found = {"@id": address(value.url, base)} if value.url else {}
    found["@type"] = value.kind
    for name, values in value.properties.items():
        found[name] = [plain(one, base) for one in values]
    return found
