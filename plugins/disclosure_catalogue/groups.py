"""Writes the lists by catalogue: `group/<code>` with its feed, and `category/<code>` in pages."""

from __future__ import annotations

from pelican.contents import Article

from disclosure.catalogue import Category
from disclosure.sites.generator import SiteGenerator, Writer
from disclosure.sites.pages.paging import paged
from disclosure.sites.site import Group


class GroupGenerator(SiteGenerator):
    """Each group and its categories; the articles come from the context Pelican has filled."""

    def generate_output(self, writer: Writer) -> None:
        articles_by_code = {
            category.name: articles for category, articles in self.context["categories"]
        }
        for group in self.site.groups():
            sections = [
                (category, articles_by_code[category.code]) for category in group.categories
            ]
            self.write_page(
                writer, f"group/{group.code}.html", "group", group=group, sections=sections
            )
            self.write_feed(group, [article for _, some in sections for article in some], writer)
            for category, articles in sections:
                self.write_category(category, articles, writer)

    def write_feed(self, group: Group, articles: list[Article], writer: Writer) -> None:
        """Write the newest of a group, ordered and numbered as in the feed of the whole site."""
        newest = sorted(articles, key=lambda article: article.order)
        writer.write_feed(newest, self.context, f"group/{group.code}.xml", feed_title=group.name)

    def write_category(self, category: Category, articles: list[Article], writer: Writer) -> None:
        """Write the entries of a category, a long list in pages."""
        for name, page, pager in paged(f"category/{category.code}", articles):
            self.write_page(
                writer,
                name,
                "category",
                current=category,
                articles=page.items,
                total=len(articles),
                pager=pager,
            )
