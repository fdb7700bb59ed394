"""Pelican's writer, with relative addresses around the division and a feed of stable bytes."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from pelican import signals
from pelican.contents import Content
from pelican.writers import Writer

from disclosure.sites.generator import FILES
from disclosure.sites.pages.feed import Feed, News, write_feed
from disclosure.sites.pages.naming import title_of
from disclosure_divisions.options import read_options
from disclosure_divisions.templates import render

AUTHORITY = "disclosure.invalid,2026"  # RFC 4151; ids must outlive any host name
# A server sends this page in place of any that is missing, so a browser takes its relative
# addresses from wherever the missing one would have been, at any depth: none of them would hold.
# It names places by their path from the server's root; where that is not known, it names none.
NOT_FOUND = "404.html"


class DivisionWriter(Writer):
    """Adds `theme_url`, `home_url` and `canonical_url` to each page.

    It writes pages and feeds itself: Pelican's way looks for the folder of every file, makes its
    addresses in many steps, and has a feed written by objects and events. What Pelican hands over
    is of any type.
    """

    def __init__(self, output_path: str, settings: Any) -> None:
        super().__init__(output_path, settings)
        self.options = read_options(settings)
        site = settings["DISCLOSURE_SITE"]
        self.folder = f"{site.division.code}/" if site else ""

    def write_file(
        self, name: str, template: Any, context: Any, relative_urls: bool = False, **values: Any
    ) -> None:
        if not name:  # the settings want no such page
            return
        page = {**context, "output_file": name}
        if relative_urls:  # contents look for the second in the context they share
            page["SITEURL"] = page["localsiteurl"] = context["localsiteurl"] = base_of(name)
        page.update(values, **self.addresses(name))
        context[FILES].write(name, render(template, page))
        signals.content_written.send(f"{self.output_path}/{name}", context=page)

    def addresses(self, name: str) -> dict[str, str]:
        """Return the addresses a page names beside those within the site."""
        options = self.options
        public, base = options.public_url, base_of(name)
        if name == NOT_FOUND:
            base = f"{urlsplit(public).path}/{self.folder}".rstrip("/")
        is_placed = bool(name != NOT_FOUND or public)
        found = {
            "theme_url": f"{base}/{options.theme}" if is_placed else "",
            "home_url": f"{base}/{options.home}" if is_placed and options.home else "",
            "canonical_url": f"{public}/{self.folder}{name}" if public else "",
        }
        if name == NOT_FOUND:
            found |= {"SITEURL": base, "canonical_url": ""}
        return found

    def write_feed(
        self,
        elements: Any,
        context: Any,
        path: str,
        url: str | None = None,  # Pelican's own name for where readers find it
        *,
        feed_title: str | None = None,
    ) -> None:
        """Write the feed of the site, or of the part of it that `feed_title` names."""
        division = self.settings["DISCLOSURE_SITE"].division
        part = path.removesuffix(".xml") if feed_title else ""
        base = self.base_for_feed(path)
        feed = Feed(
            title=title_of(division) + (f"：{feed_title}" if feed_title else ""),
            link=f"{base}{part or 'index'}.html",
            address=f"{base}{path}",
            id=f"tag:{AUTHORITY}:{division.code}" + (f"/{part}" if part else ""),
            author=division.office,
            news=[self.news_of(item, base) for item in elements[: self.settings["FEED_MAX_ITEMS"]]],
        )
        context[FILES].write(path, write_feed(feed))

    def base_for_feed(self, path: str) -> str:
        """Return what stands before the addresses of pages in a feed."""
        public = self.options.public_url
        return f"{public}/{self.folder}" if public else f"{base_of(path)}/".removeprefix("./")

    def news_of(self, item: Content, base: str) -> News:
        """Return what a feed tells of an article."""
        view = item.view
        division = self.settings["DISCLOSURE_SITE"].division
        return News(
            title=view.title,
            link=f"{base}{item.url}",
            id=f"tag:{AUTHORITY}:{division.code}/{view.address}",
            summary=view.summary,
            publisher=view.publisher,
            category=view.category.name if view.category else "",
            day=item.date,
        )


def base_of(name: str) -> str:
    """Return the relative address of the site's root, seen from a page: `.` or `..` and so on."""
    return "/".join([".."] * name.count("/")) or "."
