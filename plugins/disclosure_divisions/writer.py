"""Pelican's writer, with relative addresses around the division and a feed of stable bytes."""

from __future__ import annotations

from typing import Any

from feedgenerator import Atom1Feed
from pelican.contents import Content
from pelican.utils import get_relative_path, path_to_url
from pelican.writers import Writer

from disclosure_divisions.options import read_options

AUTHORITY = "disclosure.invalid,2026"  # RFC 4151; ids must outlive any host name


class DivisionWriter(Writer):
    """Adds `theme_url`, `home_url` and `canonical_url` to each page.

    What Pelican hands over is of any type.
    """

    def write_file(self, name: str, template: Any, context: Any, *args: Any, **kwargs: Any) -> None:
        base = path_to_url(get_relative_path(name))
        options = read_options(self.settings)
        kwargs["theme_url"] = f"{base}/{options.theme}"
        site = self.settings["DISCLOSURE_SITE"]
        folder = f"{site.division.code}/" if site else ""
        public = options.public_url
        kwargs["canonical_url"] = f"{public}/{folder}{name}" if public else ""
        kwargs["home_url"] = f"{base}/{options.home}" if options.home else ""
        super().write_file(name, template, context, *args, **kwargs)

    def _create_new_feed(self, feed_type: str, feed_title: str | None, context: Any) -> Atom1Feed:
        division = self.settings["DISCLOSURE_SITE"].division
        return Atom1Feed(
            title=f"{division.name}政务公开",
            link="index.html",
            feed_url="feed.xml",
            description="",
            language="zh-CN",
            feed_guid=f"tag:{AUTHORITY}:{division.code}",
            author_name=division.office,
        )

    def _add_item_to_the_feed(self, feed: Atom1Feed, item: Content) -> None:
        division = self.settings["DISCLOSURE_SITE"].division
        view = item.view
        feed.add_item(
            title=view.title,
            link=item.url,
            unique_id=f"tag:{AUTHORITY}:{division.code}/{view.address}",
            description=view.summary,
            author_name=view.publisher,
            categories=[view.category.name] if view.category else None,
            pubdate=item.date,
            updateddate=item.date,
        )
