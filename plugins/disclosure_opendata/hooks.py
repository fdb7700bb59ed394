"""The handler: data files come from generators of ours."""

from __future__ import annotations

from pelican import Pelican

from disclosure.sites.generator import SiteGenerator
from disclosure_opendata.gathered import GatheredGenerator
from disclosure_opendata.generator import OpenDataGenerator


def add_generators(pelican: Pelican) -> tuple[type[SiteGenerator], ...] | None:
    """Return the generators of data files, where the run is for a division."""
    if pelican.settings.get("DISCLOSURE_SITE") is None:
        return None
    return GatheredGenerator, OpenDataGenerator
