"""Writes the lists: `by-date/<year>`, `publisher/<n>` and `documents`, long ones in pages."""

from __future__ import annotations

from typing import Any

from pelican.contents import Article
from pelican.generators import Generator
from pelican.writers import Writer

from disclosure.entry import Entry
from disclosure.sites.pages.lists import bodies_of, documents_of, months_of, years_of
from disclosure.sites.pages.paging import paged
from disclosure.sites.site import Site


class ListGenerator(Generator):
    """Writes one template for each list; the articles come from the context Pelican has filled."""

    def generate_output(self, writer: Writer) -> None:
        site: Site = self.settings["DISCLOSURE_SITE"]
        articles = {article.view.address: article for article in self.context["articles"]}
        self.write_years(site, articles, writer)
        self.write_bodies(site, articles, writer)
        for name, page, pager in paged("documents", documents_of(site)):
            self.write(writer, name, "documents", documents=page.items, pager=pager)

    def write_years(self, site: Site, articles: dict[str, Article], writer: Writer) -> None:
        """Write the entries of each year under their months."""
        years = years_of(site)
        for year in years:
            for name, page, pager in paged(year.stem, year.entries):
                months = [
                    (month, articles_of(month.entries, articles)) for month in months_of(page.items)
                ]
                self.write(
                    writer, name, "by_date", year=year, years=years, months=months, pager=pager
                )

    def write_bodies(self, site: Site, articles: dict[str, Article], writer: Writer) -> None:
        """Write the entries of each publisher."""
        for body in bodies_of(site):
            for name, page, pager in paged(body.stem, body.entries):
                some = articles_of(page.items, articles)
                self.write(writer, name, "publisher", body=body, articles=some, pager=pager)

    def write(self, writer: Writer, name: str, template: str, **values: Any) -> None:
        """Write one page; the values are what its template names, of any type."""
        writer.write_file(
            name,
            self.get_template(template),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            **values,
        )


def articles_of(entries: tuple[Entry, ...], articles: dict[str, Article]) -> list[Article]:
    """Return what Pelican made of some entries."""
    return [articles[entry.address] for entry in entries]
