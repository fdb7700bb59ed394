"""The handlers: what was corrected is worked out once for all pages; a generator writes its own."""

from __future__ import annotations

from pelican import Pelican
from pelican.generators import Generator

from disclosure.sites.pages.corrections import view_corrections
from disclosure.sites.site import Site
from disclosure_corrections.generator import CorrectionsGenerator

VIEW = "corrections"


def add_view(generator: Generator) -> None:
    """Put the corrections into the context, which all generators of a run share."""
    site: Site | None = generator.settings.get("DISCLOSURE_SITE")
    if site is not None and VIEW not in generator.context:
        generator.context[VIEW] = view_corrections(site)


def add_generator(pelican: Pelican) -> type[CorrectionsGenerator] | None:
    """Return the generator of the page, where the run is for a division."""
    return CorrectionsGenerator if pelican.settings.get("DISCLOSURE_SITE") else None
