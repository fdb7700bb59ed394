"""What the picture formats share: the parts beside the pixels, and what makes a file broken."""

from __future__ import annotations

from msgspec import Struct


class BrokenImageError(Exception):
    """A picture whose parts do not follow one another as its format says."""


class Baggage(Struct, frozen=True):
    """The blocks beside the pixels, as bytes; `texts` are (name, text) in plain words."""

    exif: tuple[bytes, ...] = ()
    xmp: tuple[bytes, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
