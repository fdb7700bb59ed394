"""What an index covers: a county, a city, or one large site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from disclosure.search.source import Source

TEXTS = "search"  # the folder of a site that holds its texts


class Scope(Struct, frozen=True):
    """A place by short code, its name, and the divisions in it that have sites: code and name."""

    code: str
    name: str
    divisions: tuple[tuple[str, str], ...]

    @property
    def ordered(self) -> tuple[tuple[str, str], ...]:
        """The divisions by code: each is followed by all that lie below it."""
        return tuple(sorted(self.divisions))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the divisions."""
        return tuple(code for code, _ in self.divisions)

    @property
    def is_whole(self) -> bool:
        """Tell whether it is a place with all that lies below it, not one large site alone."""
        return len(self.divisions) > 1

    def sources(self, output: Path, sites: Mapping[str, str]) -> Sequence[Source]:
        """Return where the texts of the divisions lie below an output folder, in order.

        `sites` is by code what the system says of the folders of sites that are known to stand.
        """
        return [
            Source(f"{output}/{code}/{TEXTS}", code, sites.get(code, ""))
            for code, _ in self.ordered
        ]
