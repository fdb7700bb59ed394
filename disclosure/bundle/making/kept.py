"""What is kept from bundle to bundle: what the system said of the files of each part."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from typing import Protocol

from disclosure.bundle.making.listing import Listed
from disclosure.bundle.parts import Part
from disclosure.bundle.version import Packed, packed_as_json, read_packed

GROUNDS = "1"  # the form of what is kept, and of what is packed


class Store(Protocol):
    """A file of lines that is known as ours; `opened` is when it was opened, by the disk (ns)."""

    @property
    def opened(self) -> int: ...

    def read(self, grounds: str) -> list[bytes]: ...

    def write(self, grounds: str, lines: Iterable[bytes]) -> None: ...


class Kept:
    """How each part was packed, and what was said of its files then."""

    def __init__(self, store: Store | None) -> None:
        self.store = store
        self.opened = store.opened if store else 0
        self.lines: dict[tuple[str, Part], tuple[str, Packed]] = {}
        for line in store.read(GROUNDS) if store else ():
            site, part, said, packed = json.loads(line)
            self.lines[site, Part(part)] = said, read_packed(packed, "")

    def packed(self, listed: Listed) -> Packed | None:
        """Return how a part was packed whose files are as they were; None where they are not."""
        said, packed = self.lines.get((listed.site, listed.part), ("", None))
        return packed if said and said == listed.said else None

    def put(self, listed: Listed, packed: Packed) -> None:
        """Keep how a part was packed."""
        self.lines[listed.site, listed.part] = listed.said, packed

    def save(self) -> None:
        """Write it for the next bundle, which begins with less where the disk refuses."""
        lines = sorted(
            json.dumps([site, part.value, said, packed_as_json(packed)]).encode()
            for (site, part), (said, packed) in self.lines.items()
        )
        if self.store:
            with suppress(OSError):
                self.store.write(GROUNDS, lines)
