"""What something known of a division rests on: while it is the same, so is what is known."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Basis(Struct, frozen=True, array_like=True):
    """The digest of the division's own content, and of the tables above it that were looked into.

    `sought` are the files that were looked for elsewhere, and whether they were there.
    """

    content: str
    above: Mapping[str, str]
    sought: Mapping[str, bool]
