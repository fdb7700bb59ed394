"""Writes the lists: `by-date/<year>`, `publisher/<n>` and `documents`, long ones in pages."""

from __future__ import annotations

from pelican.contents import Article

from disclosure.entry import Entry
from disclosure.sites.generator import SiteGenerator, Writer
from disclosure.sites.pages.lists import bodies_of, documents_of, months_of, years_of
from disclosure.sites.pages.paging import paged


class ListGenerator(SiteGenerator):
    """Writes one template for each list; the articles come from the context Pelican has filled."""

    def generate_output(self, writer: Writer) -> None:
        articles = {article.view.address: article for article in self.context["articles"]}
        self.write_years(articles, writer)
        self.write_bodies(articles, writer)
        for name, page, pager in paged("documents", documents_of(self.site)):
            self.write_page(writer, name, "documents", documents=page.items, pager=pager)

    def write_years(self, articles: dict[str, Article], writer: Writer) -> None:
        """Write the entries of each year under their months."""
        years = years_of(self.site)
        for year in years:
            for name, page, pager in paged(year.stem, year.entries):
                months = [
                    (month, articles_of(month.entries, articles)) for month in months_of(page.items)
                ]
                self.write_page(
                    writer, name, "by_date", year=year, years=years, months=months, pager=pager
                )

    def write_bodies(self, articles: dict[str, Article], writer: Writer) -> None:
        """Write the entries of each publisher."""
        for body in bodies_of(self.site):
            for name, page, pager in paged(body.stem, body.entries):
                some = articles_of(page.items, articles)
                self.write_page(writer, name, "publisher", body=body, articles=some, pager=pager)


def articles_of(entries: tuple[Entry, ...], articles: dict[str, Article]) -> list[Article]:
    """Return what Pelican made of some entries."""
    return [articles[entry.address] for entry in entries]
