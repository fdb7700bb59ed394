"""The handler: data files come from a generator of ours."""

from __future__ import annotations

from pelican import Pelican

from disclosure_opendata.generator import OpenDataGenerator


def add_generator(pelican: Pelican) -> type[OpenDataGenerator] | None:
    """Return the generator of data files, where the run is for a division."""
    return OpenDataGenerator if pelican.settings.get("DISCLOSURE_SITE") else None
