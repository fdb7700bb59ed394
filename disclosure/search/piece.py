"""A division's part of every index above it: its texts, cut once, with what a result shows of them.

Cutting a division needs nothing but its texts and the day, so a pool of processes may do it; the
result lies in the state folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from disclosure.regular import read_regular
from disclosure.search.card import Card, Stretch, card_of
from disclosure.search.document import Document, Subject
from disclosure.search.places import body_places, title_places
from disclosure.search.postings import Postings, postings_of
from disclosure.search.reading import parse_texts
from disclosure.search.segments import BASE, WEEK, Parts, monday_of, split_documents
from disclosure.search.state import SIZE, State, digest_of
from disclosure.search.texts import Texts, file_of, revision_of, write_document
from disclosure.search.tokens import DIGITS, PAIRED, TAIL, WORDED, normal
from disclosure.search.folding import FOLDED

FORM = 1  # of what is kept; another number, and everything is cut anew
TOKENS = digest_of([PAIRED, WORDED, DIGITS, TAIL, sorted(FOLDED.items())])
SEGMENTS = (BASE, WEEK)
ABOUT, CARDS, TERMS = "about", "cards", "terms"


@dataclass(frozen=True, slots=True)
class Share:
    """A division's share of one segment: `count` slots, of which `live` can be found."""

    key: str
    count: int
    live: int


@dataclass(frozen=True, slots=True)
class Piece:
    """What is known of a division on a day; `day` is the number of documents of the day itself."""

    code: str
    folder: Path
    revision: str
    subjects: dict[str, Subject]
    shares: dict[str, Share]
    day: int


def name_of(code: str, segment: str, what: str) -> str:
    """Return the name under which a part of a piece is kept."""
    return f"divisions/{code}/{segment}.{what}"


class Source:
    """The texts of a division as they lie on the disk; parsed where that is needed, once."""

    def __init__(self, folder: Path, code: str) -> None:
        self.folder, self.code = folder, code
        self.blocks: dict[int, bytes] = {}
        self.texts: Texts | None = None

    def digest(self) -> str:
        """Return the digest of the files; raise DisclosureError where there is none."""
        found = hashlib.blake2b(digest_size=SIZE)
        block = 0
        while data := self.read_or_none(block):
            found.update(f"{len(data)}\n".encode() + data)
            block += 1
        return found.hexdigest()

    def read_or_none(self, block: int) -> bytes | None:
        try:
            return self.read(block)
        except OSError:
            return None

    def read(self, block: int) -> bytes:
        """Return the bytes of a block; raise OSError where it is not there."""
        if block not in self.blocks:
            self.blocks[block] = read_regular(self.folder / file_of(block))
        return self.blocks[block]

    def parse(self) -> Texts:
        """Return the texts; raise DisclosureError naming the file that cannot be used."""
        if self.texts is None:
            self.texts = parse_texts(self.read, self.code)
        return self.texts
