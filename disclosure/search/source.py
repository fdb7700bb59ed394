"""The texts of a division as they lie in its `search/` folder, parsed only where that is needed."""

from __future__ import annotations

import hashlib
from itertools import count, takewhile
from pathlib import Path

from disclosure.regular import read_regular
from disclosure.search.reading import parse_texts
from disclosure.search.said import said_of
from disclosure.search.state import SIZE
from disclosure.search.texts import Texts, file_of


class Source:
    """The files of one division; each is read once."""

    def __init__(self, folder: Path, code: str) -> None:
        self.folder, self.code = folder, code
        self.blocks: dict[int, bytes] = {}
        self.texts: Texts | None = None

    def said(self) -> list[str]:
        """Return what the system says of the blocks, as far as they are there in a row."""
        names = (f"{self.folder}/{file_of(block)}" for block in count())
        return list(takewhile(bool, map(said_of, names)))

    def digest(self) -> str:
        """Return the digest of the blocks that are there, as far as they can be read."""
        found = hashlib.blake2b(digest_size=SIZE)
        block = 0
        while (data := self.read_or_none(block)) is not None:
            found.update(f"{len(data)}\n".encode() + data)
            block += 1
        return found.hexdigest()

    def read_or_none(self, block: int) -> bytes | None:
        """Return the bytes of a block, None where there is none."""
        try:
            return self.read(block)
        except OSError:
            return None

    def read(self, block: int) -> bytes:
        """Return the bytes of a block; raise OSError where there is none."""
        if block not in self.blocks:
            self.blocks[block] = read_regular(self.folder / file_of(block))
        return self.blocks[block]

    def parse(self) -> Texts:
        """Return the texts; raise DisclosureError naming the file that cannot be used."""
        if self.texts is None:
            self.texts = parse_texts(self.read, self.code)
        return self.texts

    def close(self) -> None:
        """Hold nothing any more; whoever asks again reads again."""
        self.blocks, self.texts = {}, None
