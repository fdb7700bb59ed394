"""What is kept from bundle to bundle: what the system said of the files of each site and part."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import NamedTuple, Protocol

from msgspec import Struct

from disclosure.bundle.making.listing import Listed
from disclosure.bundle.parts import Part
from disclosure.bundle.version import Packed, packed_as_json, read_packed

GROUNDS = "3"  # the form of what is kept, and of what is packed


class Store(Protocol):
    """A file of lines that is known as ours; `opened` is when it was opened, by the disk (ns)."""

    @property
    def opened(self) -> int: ...

    def read(self, grounds: str) -> list[bytes]: ...

    def write(self, grounds: str, lines: Iterable[bytes]) -> None: ...


class KeptPart(NamedTuple):
    """How a part was packed, and what was said of its files then, those of each pack too."""

    said: str
    packed: Packed
    of_packs: tuple[str, ...]


class KeptSite(Struct, frozen=True):
    """A site as it was packed; `said` is of all its files."""

    said: str
    parts: Mapping[Part, KeptPart]


NEVER_PACKED = KeptPart("", Packed("", 0, 0, ()), ())
NEVER_SEEN = KeptSite("", {})


class Kept:
    """How each site was packed."""

    def __init__(self, store: Store | None) -> None:
        self.store = store
        self.opened = store.opened if store else 0
        self.sites: dict[str, KeptSite] = {}
        for line in store.read(GROUNDS) if store else ():
            site, said, parts = json.loads(line)
            self.sites[site] = KeptSite(said, dict(map(read_part, parts)))

    def whole(self, site: str, said: str) -> dict[Part, Packed] | None:
        """Return how a site was packed whose files are as they were; None where they are not."""
        kept = self.sites.get(site, NEVER_SEEN)
        if not said or said != kept.said:
            return None
        return {part: one.packed for part, one in kept.parts.items()}

    def before(self, listed: Listed) -> KeptPart:
        """Return how a part was packed the last time."""
        return self.sites.get(listed.site, NEVER_SEEN).parts.get(listed.part, NEVER_PACKED)

    def part(self, listed: Listed) -> KeptPart | None:
        """Return how a part was packed whose files are as they were; None where they are not."""
        before = self.before(listed)
        return before if before.said and before.said == listed.said else None

    def put(self, site: str, said: str, parts: Mapping[Part, KeptPart]) -> None:
        """Keep how a site was packed."""
        self.sites[site] = KeptSite(said, parts)

    def save(self) -> None:
        """Write it for the next bundle, which begins with less where the disk refuses."""
        lines = sorted(
            json.dumps(
                [site, kept.said, [part_as_json(*one) for one in kept.parts.items()]]
            ).encode()
            for site, kept in self.sites.items()
        )
        if self.store:
            with suppress(OSError):
                self.store.write(GROUNDS, lines)


def part_as_json(part: Part, kept: KeptPart) -> list[object]:
    """Return a part as it is kept."""
    return [part.value, kept.said, packed_as_json(kept.packed), kept.of_packs]


def read_part(value: list[object]) -> tuple[Part, KeptPart]:
    """Return a part that was kept."""
    part, said, packed, of_packs = value
    return Part(part), KeptPart(str(said), read_packed(packed, ""), read_texts(of_packs))


def read_texts(value: object) -> tuple[str, ...]:
    """Return a list of texts that was kept."""
    return tuple(map(str, value)) if isinstance(value, list) else ()
