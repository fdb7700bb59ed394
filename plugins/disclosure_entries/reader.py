"""The reader of entries: what the domain has read goes to Pelican as metadata and clean HTML."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from pelican.readers import BaseReader

from disclosure.problem import DisclosureError
from disclosure.sites.pages.metadata import entry_metadata
from disclosure.sites.shown import Shown
from disclosure.sites.site import Site
from disclosure_entries.renderer import Renderer


class EntryReader(BaseReader):
    """Reads `*.md` below a division's folder; settings and metadata are Pelican's, of any type."""

    # Pelican gives every subclass it finds the extensions named here; the hook decides instead.
    file_extensions: ClassVar[list[str]] = []

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        self.renderer: Renderer | None = None

    def read(self, filename: str) -> tuple[str, dict[str, Any]]:
        """Return the HTML and metadata of one entry; an entry that is gone has no HTML."""
        site: Site = self.settings["DISCLOSURE_SITE"]
        entry = site.entry_at(Path(filename))
        if entry is None:
            raise DisclosureError(*site.folder.problems)
        metadata = {
            name: self.process_metadata(name, value) if name == "category" else value
            for name, value in entry_metadata(entry, site).items()
        }
        if site.shown(entry) is not Shown.FULL:
            return "", metadata
        if self.renderer is None:
            self.renderer = Renderer(site.built, site.division.code)
        return self.renderer.render(entry.body), metadata
