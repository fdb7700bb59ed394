"""The handlers: the pages are worked out once for all that name them; a generator writes them."""

from __future__ import annotations

from pelican import Pelican
from pelican.generators import Generator

from disclosure.sites.pages.money import view_money
from disclosure.sites.site import Site
from disclosure_money.generator import MoneyGenerator

VIEW = "money"


def add_view(generator: Generator) -> None:
    """Put the money pages into the context, which all generators of a run share."""
    site: Site | None = generator.settings.get("DISCLOSURE_SITE")
    if site is not None and VIEW not in generator.context:
        generator.context[VIEW] = view_money(site)


def add_generator(pelican: Pelican) -> type[MoneyGenerator] | None:
    """Return the generator of the pages, where the run is for a division."""
    return MoneyGenerator if pelican.settings.get("DISCLOSURE_SITE") else None
