"""The reader of data packages: a descriptor becomes a page whose tables ride along as its view."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any, ClassVar

from msgspec.structs import replace
from pelican.readers import BaseReader

from disclosure.opendata.record import Dataset
from disclosure.opendata.schema_org import write_block
from disclosure.problem import DisclosureError
from disclosure.sites.pages.dataset import view_dataset
from disclosure.sites.pages.metadata import entry_metadata
from disclosure.sites.pages.records import dataset_of
from disclosure.sites.shown import Shown
from disclosure.sites.site import Site

WARNED = "DISCLOSURE_WARNED"
FILES = "disclosure_files"  # the plugin that writes the files a page may name


class PackageReader(BaseReader):
    """Reads `data/<name>/datapackage.yaml`; settings and metadata are Pelican's, of any type."""

    # Pelican gives every subclass it finds the extensions named here; the hook decides instead.
    file_extensions: ClassVar[list[str]] = []

    def read(self, filename: str) -> tuple[str, dict[str, Any]]:
        """Return the description as HTML and the metadata of one package."""
        site: Site = self.settings["DISCLOSURE_SITE"]
        package = site.entry_at(Path(filename))
        if package is None:
            raise DisclosureError(*site.folder.problems)
        metadata = {
            name: self.process_metadata(name, value) if name == "category" else value
            for name, value in entry_metadata(package, site).items()
        }
        is_full = site.shown(package) is Shown.FULL
        if is_full:
            # What the check has warned of, where the plugin that checks has run.
            metadata["dataset"] = view_dataset(package, site, self.settings.get(WARNED))
            metadata["data_block"] = self.data_block(dataset_of(package, site), site)
        description = package.header.text("description") if is_full else ""
        return f"<p>{escape(description)}</p>" if description else "", metadata

    def data_block(self, dataset: Dataset, site: Site) -> str:
        """Return what the head of the page tells search engines of the data set."""
        if FILES not in self.settings["PLUGINS"]:
            dataset = replace(dataset, distributions=())
        public = self.settings.get("DISCLOSURE_PUBLIC_URL", "").rstrip("/")
        base = f"{public}/{site.division.code}/" if public else ""
        return write_block(dataset, site.division.name, "..", base)
