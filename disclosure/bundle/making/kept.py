"""What is kept from bundle to bundle: what the system said of the files of each part."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from typing import Protocol

import zstandard

from disclosure.bundle.making.listing import Listed
from disclosure.bundle.parts import Part

# Of what is kept, and of what makes packs: another one, and every file is read again.
GROUNDS = f"1 {zstandard.__version__} {'.'.join(map(str, zstandard.ZSTD_VERSION))}"


class Store(Protocol):
    """A file of lines that is known as ours; `opened` is when it was opened, by the disk (ns)."""

    @property
    def opened(self) -> int: ...

    def read(self, grounds: str) -> list[bytes]: ...

    def write(self, grounds: str, lines: Iterable[bytes]) -> None: ...


class Kept:
    """The version that was packed of each part, and what was said of its files then."""

    def __init__(self, store: Store | None) -> None:
        self.store = store
        self.opened = store.opened if store else 0
        self.lines: dict[tuple[str, Part], tuple[str, str]] = {}
        for line in store.read(GROUNDS) if store else ():
            site, part, said, version = json.loads(line)
            self.lines[site, Part(part)] = said, version

    def version_of(self, listed: Listed) -> str:
        """Return the hash of the version of a part whose files are as they were, else ""."""
        said, version = self.lines.get(listed.key, ("", ""))
        return version if said and said == listed.said else ""

    def packed_before(self, key: tuple[str, Part]) -> str:
        """Return the version of a part that was packed last, whatever its files are now."""
        return self.lines.get(key, ("", ""))[1]

    def put(self, listed: Listed, version: str) -> None:
        """Keep what was packed of a part."""
        self.lines[listed.key] = listed.said, version

    def save(self) -> None:
        """Write it for the next bundle, which begins with less where the disk refuses."""
        lines = (
            json.dumps([site, part.value, said, version]).encode()
            for (site, part), (said, version) in sorted(
                self.lines.items(), key=lambda item: (item[0][0], item[0][1].value)
            )
        )
        if self.store:
            with suppress(OSError):
                self.store.write(GROUNDS, lines)
