"""What a check of one folder looked up elsewhere: whatever it found there, its findings rest on."""

from __future__ import annotations

from msgspec import Struct, field


class Witness(Struct, frozen=True):
    """The divisions whose tables were looked into, and which files were sought and found.

    Files are relative to the root.
    """

    above: set[str] = field(default_factory=set)
    files: dict[str, bool] = field(default_factory=dict)
