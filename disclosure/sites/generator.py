"""What all generators of a site have: its value, its files, and the templates they share.

Pelican's own base class would give each of a dozen its readers and a set of templates, which it
lists anew: a millisecond for every one of them on every site. Pelican asks for no base class.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from disclosure.sites.files import SiteFiles
from disclosure.sites.site import Site

FILES, TEMPLATES = "site_files", "templates"  # where the context has them


class Writer(Protocol):
    """What a generator asks of Pelican's writer; values and context are of any type."""

    def write_file(
        self, name: str, template: Any, context: Any, *, relative_urls: bool, **values: Any
    ) -> None: ...

    def write_feed(
        self, elements: Any, context: Any, path: str, *, feed_title: str | None
    ) -> Any: ...


class SiteGenerator:
    """Generates a part of one site; context and settings are Pelican's, of any type."""

    def __init__(self, context: dict[str, Any], settings: Mapping[str, Any], **_: object) -> None:
        self.context = context
        self.settings = settings
        self.site: Site = settings["DISCLOSURE_SITE"]
        self.files: SiteFiles = context[FILES]

    def write_page(self, writer: Writer, name: str, template: str, **values: Any) -> None:
        """Write one page; the values are what its template names beside the context."""
        writer.write_file(
            name,
            self.context[TEMPLATES].get_template(f"{template}.html"),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            **values,
        )
