"""Writes `sitemap.xml`, where the public address is known."""

from __future__ import annotations

from disclosure.sites.generator import SiteGenerator, Writer
from disclosure.sites.pages.doors import doors_of, further_doors
from disclosure.sites.pages.sitemap import addresses_of, write_sitemap


class SitemapGenerator(SiteGenerator):
    """Writes what search engines are told of a site."""

    def generate_output(self, writer: Writer) -> None:
        public_url = self.context["public_site_url"]
        if not public_url:
            return
        plugins = self.context["plugin_names"]
        doors = (*doors_of(self.site.as_of.year, plugins), *further_doors(plugins))
        lists = {"index.html", "documents.html", "index.html#catalogue"}
        money = self.context["money"].doors if "money" in self.context else ()
        others = [
            door.url
            for door in (*doors, *money)
            if door.url not in lists and not door.url.startswith("by-date/")
        ]
        # Another plugin's view, which is there where that plugin runs.
        records = self.context["corrections"].by_address if "corrections" in self.context else {}
        corrected = {address: max(one.day for one in some) for address, some in records.items()}
        text = write_sitemap(public_url, addresses_of(self.site, corrected, others))
        self.files.write("sitemap.xml", text)
