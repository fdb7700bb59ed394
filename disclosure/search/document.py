"""What search knows of one page: an address, a title, a day, and the plain text a reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct

# The kinds of page, in the order in which an index numbers them.
KINDS = ("article", "notice", "guide", "letter", "vote", "album", "table", "page")


class Subject(NamedTuple):
    """A category (类目) as a filter shows it: its code and name, and those of its group."""

    code: str
    name: str
    group: str
    group_name: str


Subjects = Mapping[str, Subject]  # by code


class Table(NamedTuple):
    """A table in a document: its anchor on the page, and the lines of the body that are its rows.

    Line `first` (from 0) is its first row of cells; there are `rows` of them, one after the other.
    """

    anchor: str
    first: int
    rows: int


class Document(Struct, frozen=True):
    """A page of a site; `address` is its path without `.html`, `date` is "2026-11-22".

    `category` is "" where a page needs none. `body` holds lines of plain text. A withdrawn document
    keeps its place in the order and nothing else: it is found by nothing.
    """

    address: str
    title: str
    date: str
    category: str = ""
    kind: str = KINDS[0]
    body: str = ""
    tables: tuple[Table, ...] = ()
    withdrawn: bool = False


def in_order(documents: Iterable[Document]) -> list[Document]:
    """Return documents oldest first; those of a day by address."""
    return sorted(documents, key=lambda document: (document.date, document.address))
