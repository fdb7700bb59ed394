"""The handlers: a generator of ours copies committed files, but not those of what is gone."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican
from pelican.generators import StaticGenerator

from disclosure.sites.site import Site
from disclosure_files.derived import COMMITTED, DerivedGenerator


def take_files(generator: StaticGenerator) -> None:
    """Take the files over that are to be copied, but those only entries that are gone use.

    Pelican would look for the folder of each, and for what stands in its place.
    """
    site: Site | None = generator.settings.get("DISCLOSURE_SITE")
    if site is None:
        return
    hidden = site.hidden_files()
    generator.context[COMMITTED] = [
        (file.source_path, file.save_as)
        for file in generator.staticfiles
        if file.get_relative_source_path() not in hidden
        and Path(file.source_path).is_file()  # a link may name what is not there
    ]
    # In place: Pelican has handed this very list on, and copies what stands in it.
    generator.staticfiles.clear()


def add_generator(pelican: Pelican) -> type[DerivedGenerator] | None:
    """Return the generator of derived files, where the run is for a division."""
    return DerivedGenerator if pelican.settings.get("DISCLOSURE_SITE") else None
