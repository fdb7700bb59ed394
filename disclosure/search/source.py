"""The texts of a division as they lie in its `search/` folder, parsed only where that is needed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import count, takewhile
from pathlib import Path
from typing import NamedTuple

from disclosure.regular import read_regular
from disclosure.search.reading import parse_texts
from disclosure.search.said import said_of, said_of_all
from disclosure.search.state import SIZE
from disclosure.search.texts import Texts, file_of


class Look(NamedTuple):
    """How many blocks there are, and the digest of what the system says of them."""

    blocks: int
    said: str


class Source:
    """The files of one division, in a folder; each is read once."""

    def __init__(self, folder: str | Path, code: str) -> None:
        self.folder, self.code = str(folder), code
        self.blocks: dict[int, bytes] = {}
        self.texts: Texts | None = None

    def look(self) -> Look:
        """Return the blocks that are there in a row, and what the system says of them."""
        names = (f"{self.folder}/{file_of(block)}" for block in count())
        return look_of(list(takewhile(bool, map(said_of, names))))

    def is_as(self, look: Look) -> bool:
        """Tell whether nobody has touched the blocks; another block comes with another newest."""
        names = map(file_of, range(look.blocks))
        return look.blocks > 0 and look_of(said_of_all(self.folder, names)) == look

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
            self.blocks[block] = read_regular(Path(self.folder, file_of(block)))
        return self.blocks[block]

    def parse(self) -> Texts:
        """Return the texts; raise DisclosureError naming the file that cannot be used."""
        if self.texts is None:
            self.texts = parse_texts(self.read, self.code)
        return self.texts

    def close(self) -> None:
        """Hold nothing any more; whoever asks again reads again."""
        self.blocks, self.texts = {}, None


def look_of(said: Sequence[str]) -> Look:
    """Return what is said of some blocks as a digest."""
    return Look(len(said), hashlib.blake2b("\n".join(said).encode(), digest_size=SIZE).hexdigest())
