"""What an index covers: a county, a city, or one large site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from disclosure.search.source import Source

TEXTS = "search"  # the folder of a site that holds its texts


@dataclass(frozen=True, slots=True)
class Scope:
    """A place by short code, its name, and the divisions in it that have sites: code and name.

    `is_whole` = with all that lies below it; else it is one large site alone.
    """

    code: str
    name: str
    divisions: tuple[tuple[str, str], ...]
    is_whole: bool = True

    @property
    def ordered(self) -> tuple[tuple[str, str], ...]:
        """The divisions by code: each is followed by all that lie below it."""
        return tuple(sorted(self.divisions))

    def sources(self, output: Path) -> Sequence[Source]:
        """Return where the texts of the divisions lie below an output folder, in order."""
        return [Source(output / code / TEXTS, code) for code, _ in self.ordered]
