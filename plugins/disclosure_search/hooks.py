"""The handlers: every page has the field that leads to the search page, written by a generator."""

from __future__ import annotations

from pelican import Pelican
from pelican.generators import Generator

from disclosure.sites.pages.search.opensearch import FILE
from disclosure.sites.pages.search.view import view_search
from disclosure.sites.site import Site
from disclosure_search.generator import SearchGenerator
from disclosure_search.options import read_options

VIEW = "search"


def add_view(generator: Generator) -> None:
    """Put the search page into the context, which all generators of a run share."""
    site: Site | None = generator.settings.get("DISCLOSURE_SITE")
    if site is not None and VIEW not in generator.context:
        public = read_options(generator.settings).public_url
        generator.context[VIEW] = view_search(site)
        generator.context["opensearch_url"] = FILE if public else ""
        generator.context["public_root"] = public


def add_generator(pelican: Pelican) -> type[SearchGenerator] | None:
    """Return the generator of the page and the texts, where the run is for a division."""
    return SearchGenerator if pelican.settings.get("DISCLOSURE_SITE") else None
