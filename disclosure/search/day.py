"""What was published on the day itself, as texts: the browser makes postings of so few.

A document's block follows from its own name, so one more changes one block and no other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure.search.document import Document, Subjects
from disclosure.search.script import write_call
from disclosure.search.texts import BLOCK, NAME, VERSION, listed_subjects, write_document

FOLDER = "texts"
MOST_BLOCKS = 1 << 12


class Dated(NamedTuple):
    """A document of the day and the number of its division in the manifest."""

    division: int
    code: str
    document: Document


def write_day(scope: str, dated: Iterable[Dated], subjects: Subjects) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each block, numbered from 1; none where there is nothing.

    A block is as in a site's own texts, with the number of the division last.
    """
    for number, block in enumerate(blocks_of(list(dated)), 1):
        codes = sorted({one.document.category for one in block if one.document.category})
        index = {code: place for place, code in enumerate(codes)} | {"": -1}
        value = {
            "version": VERSION,
            "site": scope,
            "block": number,
            "categories": listed_subjects(codes, subjects),
            "texts": [
                [*write_document(one.document, index[one.document.category]), one.division]
                for one in block
            ],
        }
        yield f"{FOLDER}/{number}.js", write_call(NAME, value)


def blocks_of(dated: list[Dated]) -> list[list[Dated]]:
    """Return documents in as few blocks, 1, 2, 4 and so on, as hold at most 25 each."""
    count = 1 if dated else 0
    while True:
        blocks: list[list[Dated]] = [[] for _ in range(count)]
        for one in dated:
            blocks[place_of(one) % count].append(one)
        if count >= MOST_BLOCKS or all(len(block) <= BLOCK for block in blocks):
            return blocks
        count *= 2


def place_of(one: Dated) -> int:
    """Return a number that follows from the name of a document."""
    name = f"{one.code}/{one.document.address}"
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
