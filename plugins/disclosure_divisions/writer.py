"""Pelican's writer, with relative addresses around the division and a feed of stable bytes."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed
from pelican.contents import Content
from pelican.writers import Writer

from disclosure.sites.pages.naming import title_of
from disclosure_divisions.options import read_options

AUTHORITY = "disclosure.invalid,2026"  # RFC 4151; ids must outlive any host name
# A server sends this page in place of any that is missing, so a browser takes its relative
# addresses from wherever the missing one would have been, at any depth: none of them would hold.
# It names places by their path from the server's root; where that is not known, it names none.
NOT_FOUND = "404.html"


class DivisionWriter(Writer):
    """Adds `theme_url`, `home_url` and `canonical_url` to each page.

    What Pelican hands over is of any type.
    """

    def __init__(self, output_path: str, settings: Any) -> None:
        super().__init__(output_path, settings)
        self.options = read_options(settings)
        site = settings["DISCLOSURE_SITE"]
        self.folder = f"{site.division.code}/" if site else ""

    def write_file(self, name: str, template: Any, context: Any, *args: Any, **kwargs: Any) -> None:
        base = base_of(name)
        options = self.options
        public = options.public_url
        kwargs["canonical_url"] = f"{public}/{self.folder}{name}" if public else ""
        if name == NOT_FOUND:
            base = f"{urlsplit(public).path}/{self.folder}".rstrip("/")
            kwargs["SITEURL"] = base
            kwargs["canonical_url"] = ""
        is_placed = bool(name != NOT_FOUND or public)
        kwargs["theme_url"] = f"{base}/{options.theme}" if is_placed else ""
        kwargs["home_url"] = f"{base}/{options.home}" if is_placed and options.home else ""
        super().write_file(name, template, context, *args, **kwargs)

    def write_feed(self, elements: Any, context: Any, path: str, *args: Any, **kwargs: Any) -> Any:
        self.feed_path = path
        return super().write_feed(elements, context, path, *args, **kwargs)

    def address(self, page: str) -> str:
        """Return the address of a page as the feed being written names it."""
        public = self.options.public_url
        if public:
            return f"{public}/{self.folder}{page}"
        return f"{base_of(self.feed_path)}/{page}".removeprefix("./")

    def _create_new_feed(self, feed_type: str, feed_title: str | None, context: Any) -> Atom1Feed:
        """Begin the feed of the site, or of the part of it that `feed_title` names."""
        division = self.settings["DISCLOSURE_SITE"].division
        part = f"/{self.feed_path.removesuffix('.xml')}" if feed_title else ""
        return Atom1Feed(
            title=title_of(division) + (f"：{feed_title}" if feed_title else ""),
            link=self.address(f"{part[1:] or 'index'}.html"),
            feed_url=self.address(self.feed_path),
            description="",
            language="zh-CN",
            feed_guid=f"tag:{AUTHORITY}:{division.code}{part}",
            author_name=division.office,
        )

    def _add_item_to_the_feed(self, feed: Atom1Feed, item: Content) -> None:
        division = self.settings["DISCLOSURE_SITE"].division
        view = item.view
        feed.add_item(
            title=view.title,
            link=self.address(item.url),
            unique_id=f"tag:{AUTHORITY}:{division.code}/{view.address}",
            description=view.summary,
            author_name=view.publisher,
            categories=[view.category.name] if view.category else None,
            pubdate=item.date,
            updateddate=item.date,
        )


def base_of(name: str) -> str:
    """Return the relative address of the site's root, seen from a page: `.` or `..` and so on."""
    return "/".join([".."] * name.count("/")) or "."
