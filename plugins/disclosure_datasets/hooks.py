"""The handler: the descriptors of data packages are read as articles."""

from __future__ import annotations

from pelican.readers import Readers

from disclosure_datasets.reader import PackageReader


def add_reader(readers: Readers) -> None:
    """Read the descriptors of data packages, where the run is for a division."""
    if "DISCLOSURE_SITE" in readers.settings:
        readers.reader_classes["yaml"] = PackageReader
