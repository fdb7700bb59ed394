"""Linked data as Turtle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.opendata.node import PREFIXES, Literal, Node, Reference, address

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f]')
NOT_IN_ADDRESS = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def write_turtle(node: Node, base: str) -> str:
    """Return a node and all it leads to; what has an address stands as a block of its own."""
    heads = [f"@prefix {name}: <{url}> .\n" for name, url in PREFIXES.items()]
    return "".join((*heads, *(block(one, base) for one in addressed(node))))


def addressed(node: Node) -> Iterator[Node]:
    """Yield a node and, below it, every node with an address of its own."""
    yield node
    for values in node.properties.values():
        for value in values:
            if isinstance(value, Node) and value.url:
                yield from addressed(value)


def block(node: Node, base: str) -> str:
    """Return the statements about a node with an address."""
    return f"\n{iri(address(node.url, base))} a {node.kind}{statements(node, base)} .\n"


def statements(node: Node, base: str) -> str:
    """Return the properties of a node, one a line."""
    return "".join(
        f" ;\n  {name} {', '.join(term(value, base) for value in values)}"
        for name, values in node.properties.items()
    )


def term(value: Literal | Reference | Node, base: str) -> str:
    """Return one value."""
    if isinstance(value, Literal):
        ending = f"@{value.language}" if value.language else ""
        return f'"{quoted(value.text)}"{ending or (f"^^{value.type}" if value.type else "")}'
    if isinstance(value, Reference):
        return iri(value.url if value.is_absolute else address(value.url, base))
    if value.url:
        return iri(address(value.url, base))
    return f"[ a {value.kind}{statements(value, base)} ]"


def quoted(text: str) -> str:
    """Return a text that cannot end its quotes."""
    return SPECIAL.sub(lambda sign: ESCAPES.get(sign[0]) or f"\\u{ord(sign[0]):04X}", text)


def iri(url: str) -> str:
    """Return an address in its brackets; what may not stand there is percent-encoded."""
    return f"<{NOT_IN_ADDRESS.sub(lambda sign: f'%{ord(sign[0]):02X}', url)}>"
