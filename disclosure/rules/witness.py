"""What a check of one folder looked up elsewhere: whatever it found there, its findings rest on."""

from __future__ import annotations

from dataclasses import dataclass, field

from disclosure.catalogue import Kind

# The kinds whose tables are looked up by places below; nothing else above is looked into, so that
# what is written there every day touches no other place.
ABOVE = frozenset({Kind.DATA, Kind.GUIDES})


@dataclass(frozen=True, slots=True)
class Witness:
    """The divisions whose tables were looked into, and which files were sought and found.

    Files are relative to the root.
    """

    above: set[str] = field(default_factory=set)
    files: dict[str, bool] = field(default_factory=dict)
