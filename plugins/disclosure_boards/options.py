"""The settings of this plugin, parsed once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class Options(Struct, frozen=True):
    """`public_url` is where all sites are served; "" = not known, and there are no QR codes."""

    public_url: str


def read_options(settings: Mapping[str, Any]) -> Options:
    """Return the options; `settings` are Pelican's, whose values are of any type."""
    return Options(public_url=settings.get("DISCLOSURE_PUBLIC_URL", "").rstrip("/"))
