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
    """How many blocks there are, and the digest of what the system says of them.

    `site` is what it says of the folder of the whole site, "" where that vouches for nothing.
    """

    blocks: int
    said: str
    site: str


class Source:
    """The files of one division, in a folder; each is read once.

    `site` is what the system says of the folder of their site where that is known to stand as it
    was put there, with all its files: as long as it says the same, nobody asks about them.
    """

    def __init__(self, folder: str | Path, code: str, site: str = "") -> None:
        self.folder, self.code, self.site = str(folder), code, site
        self.blocks: dict[int, bytes] = {}
        self.texts: Texts | None = None

    def look(self) -> Look:
        """Return the blocks that are there in a row, and what the system says of them."""
        names = (f"{self.folder}/{file_of(block)}" for block in count())
        said = list(takewhile(bool, map(said_of, names)))
        return Look(len(said), digest_of_said(said), self.site)

    def is_as(self, look: Look) -> bool:
        """Tell whether nobody has touched the blocks; another block comes with another newest."""
        if self.is_vouched(look):
            return True
        names = map(file_of, range(look.blocks))
        return look.blocks > 0 and digest_of_said(said_of_all(self.folder, names)) == look.said

    def is_vouched(self, look: Look) -> bool:
        """Tell whether the site is the one that stood when its texts were looked at."""
        return bool(self.site) and look.site == self.site

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


def digest_of_said(said: Sequence[str]) -> str:
    """Return the digest of what is said of some blocks."""
    return hashlib.blake2b("\n".join(said).encode(), digest_size=SIZE).hexdigest()
