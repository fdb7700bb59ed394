"""Nodes of linked data: a few kinds of values, which two small writers put into JSON-LD and Turtle.

No library writes them: a build makes thousands of catalogues, and all of them have this one shape.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct, field

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Literal(NamedTuple):
    """A text; `language` or `type` say what kind of text."""

    text: str
    language: str = ""
    type: str = ""


class Reference(NamedTuple):
    """The address of something; one that `is_absolute` is no part of the site."""

    url: str
    is_absolute: bool = False


class Node(Struct, frozen=True):
    """Something with properties; `url` is "" where it has no address of its own."""

    url: str
    kind: str
    properties: dict[str, list[Literal | Reference | Node]] = field(default_factory=dict)

    def add(self, name: str, value: Literal | Reference | Node) -> None:
        """Add one value of a property."""
        self.properties.setdefault(name, []).append(value)


def text(given: str) -> Literal:
    """Return a text in no language, such as a number of a register."""
    return Literal(given)


def words(given: str) -> Literal:
    """Return a text in Chinese."""
    return Literal(given, language="zh")


def day(iso: str) -> Literal:
    """Return a day."""
    return Literal(iso, type="xsd:date")


def number(given: int) -> Literal:
    """Return a count."""
    return Literal(str(given), type="xsd:nonNegativeInteger")


def address(url: str, base: str) -> str:
    """Return an address as it is written: below the site's own, where that is known."""
    return above(base + url) if base else url


def above(url: str) -> str:
    """Return an address without the steps up in its middle: `a/990101/../9901/x` is `a/9901/x`."""
    head, up, rest = url.partition("/../")
    return f"{head.rpartition('/')[0]}/{rest}" if up else url
