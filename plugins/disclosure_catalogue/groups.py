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
        has_feeds = self.settings.get("DISCLOSURE_GROUP_FEEDS", True)
        for group in self.site.groups():
            sections = [
                (category, articles_by_code[category.code]) for category in group.categories
            ]
            feed = f"group/{group.code}.xml" if has_feeds else ""
            self.write_page(
                writer,
                f"group/{group.code}.html",
                "group",
                group=group,
                sections=sections,
                group_feed=feed,
            )
            if feed:
                articles = [article for _, some in sections for article in some]
                self.write_feed(feed, group, articles, writer)
            for category, articles in sections:
                self.write_category(category, articles, writer)

    def write_feed(self, name: str, group: Group, articles: list[Article], writer: Writer) -> None:
        """Write the newest of a group, ordered and numbered as in the feed of the whole site."""
        newest = sorted(articles, key=lambda article: article.order)
        writer.write_feed(newest, self.context, name, feed_title=group.name)

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
