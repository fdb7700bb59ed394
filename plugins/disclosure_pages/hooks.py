"""The handler: the pages come from generators of ours, where the run is for a division."""

from __future__ import annotations

from pelican import Pelican

from disclosure.sites.generator import SiteGenerator
from disclosure_pages.lists import ListGenerator
from disclosure_pages.own import OwnGenerator
from disclosure_pages.sitemap import SitemapGenerator


def add_generators(pelican: Pelican) -> tuple[type[SiteGenerator], ...] | None:
    """Return the generators of lists, of the site's own pages and of its sitemap."""
    if pelican.settings.get("DISCLOSURE_SITE") is None:
        return None
    return ListGenerator, OwnGenerator, SitemapGenerator
