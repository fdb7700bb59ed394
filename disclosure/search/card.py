"""What a list of results shows of a document: what stands in an index beside its postings."""

from __future__ import annotations

import re
from typing import NamedTuple

from disclosure.search.document import Document
from disclosure.search.tokens import WORDED, ranges
from disclosure.search.vlq import encode_all

SUMMARY = 60  # characters
LOOKED_AT = 20 * SUMMARY  # of the body: the rest may be blanks
TORN = re.compile(f"[A-Z{ranges(WORDED)}]+(?=\n)")  # a word that goes on behind the cut


class Stretch(NamedTuple):
    """A table in the normal body: where its first row begins, and the lengths of its rows.

    Lengths are written as text and count the line break. A hit's place tells its row.
    """

    anchor: str
    start: int
    lengths: str


class Card(NamedTuple):
    """A document without its text; a withdrawn one has none."""

    address: str
    title: str
    date: str
    category: str
    kind: str
    summary: str
    tables: tuple[Stretch, ...]


def card_of(document: Document, body: str) -> Card | None:
    """Return the card of a document whose normal body is given."""
    if document.withdrawn:
        return None
    return Card(
        document.address,
        document.title,
        document.date,
        document.category,
        document.kind,
        summary_of(document.body),
        stretches_of(document, body) if document.tables else (),
    )


def summary_of(body: str) -> str:
    """Return how a body begins, on one line; a word or a number is left out or whole."""
    line = " ".join(body[:LOOKED_AT].split())
    if len(line) <= SUMMARY:
        return line
    shown, rest = line[:SUMMARY], line[SUMMARY]
    if TORN.match(f"{rest}\n"):
        shown = TORN.sub("", f"{shown}\n").strip() or shown
    return shown.strip()


def stretches_of(document: Document, body: str) -> tuple[Stretch, ...]:
    """Return where the tables of a document stand in its normal body."""
    lengths = [len(line) + 1 for line in body.split("\n")]
    return tuple(
        Stretch(
            table.anchor,
            sum(lengths[: table.first]),
            encode_all(lengths[table.first : table.first + table.rows]),
        )
        for table in document.tables
    )
