"""The handlers: descriptors are read as articles; files of what is gone are not copied.

What stands beside the committed files is written by a generator of ours.
"""

from __future__ import annotations

from pelican import Pelican
from pelican.generators import StaticGenerator
from pelican.readers import Readers

from disclosure.sites.site import Site
from disclosure_datasets.derived import DerivedGenerator
from disclosure_datasets.reader import PackageReader


def add_reader(readers: Readers) -> None:
    """Read the descriptors of data packages, where the run is for a division."""
    if "DISCLOSURE_SITE" in readers.settings:
        readers.reader_classes["yaml"] = PackageReader


def drop_hidden(generator: StaticGenerator) -> None:
    """Leave out the files that only withdrawn, taken-down or unfinished entries use."""
    site: Site | None = generator.settings.get("DISCLOSURE_SITE")
    hidden = site.hidden_files() if site else frozenset()
    # In place: Pelican has handed this very list on, and copies what stands in it.
    generator.staticfiles[:] = [
        file for file in generator.staticfiles if file.get_relative_source_path() not in hidden
    ]


def add_generator(pelican: Pelican) -> type[DerivedGenerator] | None:
    """Return the generator of derived files, where the run is for a division."""
    return DerivedGenerator if pelican.settings.get("DISCLOSURE_SITE") else None
