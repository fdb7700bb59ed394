"""Writes `api/v1/{site,entries-<n>,datasets,divisions}.json`, `catalog.*` and `data.json`."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.opendata.data_json import write_data_json
from disclosure.opendata.dcat import describe
from disclosure.opendata.json_ld import write_json_ld
from disclosure.opendata.turtle import write_turtle
from disclosure.sites.generator import SiteGenerator, Writer
from disclosure.sites.pages.api import datasets, divisions
from disclosure.sites.pages.api.entries import entry_pages
from disclosure.sites.pages.api.own import FILE, write_site
from disclosure.sites.pages.downloads import year_of
from disclosure.sites.pages.package_files import packages_of
from disclosure.sites.pages.records import CATALOGUE, dataset_of, holding_of

RECORDS = "gathered_datasets"  # what the tables of all villages come to, where they are gathered
# Files of other plugins that the API names where they run.
OTHERS = {
    "disclosure_matrix": ("matrix", "api/v1/matrix.json"),
    "disclosure_corrections": ("corrections", "api/v1/corrections.json"),
    "disclosure_boards": ("slides", "api/v1/slides.json"),
}


class OpenDataGenerator(SiteGenerator):
    """The data files of a division; the public address comes from the context."""

    def generate_output(self, writer: Writer) -> None:
        for name, text in self.texts():
            self.files.write(name, text)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield every file: where it stands within the site, and its text."""
        site = self.site
        public: str = self.context["public_site_url"]
        plugins: frozenset[str] = self.context["plugin_names"]
        others = dict(pair for plugin, pair in OTHERS.items() if plugin in plugins)
        packages = packages_of(site)
        gathered = self.context.get(RECORDS, ())
        records = [(package, dataset_of(package, site)) for package in packages]
        years = sorted({year for one in packages if one.tables and (year := year_of(one))})
        yield FILE, write_site(site, public, others)
        yield from entry_pages(site)
        yield datasets.FILE, datasets.write_datasets(records, years, gathered, site)
        yield divisions.FILE, divisions.write_divisions(site)
        base = f"{public}/" if public else ""
        datasets_here = (*(record for _, record in records), *gathered)
        holding = holding_of(site, datasets_here, base)
        node = describe(holding)
        yield f"{CATALOGUE}.jsonld", write_json_ld(node, base)
        yield f"{CATALOGUE}.ttl", write_turtle(node, base)
        yield "data.json", write_data_json(holding)
