"""The handler: data files come from generators of ours."""

from __future__ import annotations

from pelican import Pelican

from disclosure.sites.around import GATHERING
from disclosure.sites.generator import SiteGenerator
from disclosure.sites.site import Site
from disclosure_opendata.generator import OpenDataGenerator


def add_generators(pelican: Pelican) -> tuple[type[SiteGenerator], ...] | None:
    """Return the generators of data files, where the run is for a division."""
    site: Site | None = pelican.settings.get("DISCLOSURE_SITE")
    if site is None:
        return None
    if site.division.level not in GATHERING:
        return (OpenDataGenerator,)
    from disclosure_opendata.gathered import GatheredGenerator

    return GatheredGenerator, OpenDataGenerator
