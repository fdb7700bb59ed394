"""The maps for search engines: what a site holds, which sites there are, what may be read.

They name absolute addresses and are written only where the public address is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from disclosure.entry import Entry
from disclosure.sites.pages.lists import bodies_of, listed, years_of
from disclosure.sites.pages.paging import fill_pages, page_address
from disclosure.sites.site import Site
from disclosure.xml_text import escape

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
LASTMOD = re.compile(r"<lastmod>([^<]*)</lastmod>")


class Address(Struct, frozen=True):
    """A page of a site, with the day it last changed as far as its entries tell; "" = not told."""

    url: str
    changed: str = ""


def addresses_of(
    site: Site, corrected: Mapping[str, str], others: Iterable[str] = ()
) -> Iterator[Address]:
    """Yield the pages of a site worth finding.

    `corrected` is the day of an entry's newest correction by its address; `others` are pages beside
    the lists. An entry changes when it is published and when it is corrected, a list with it.
    """

    def changed(entry: Entry) -> str:
        return max(entry.header.text("date")[:10], corrected.get(entry.address, ""))

    def pages(stem: str, entries: Iterable[Entry]) -> Iterator[Address]:
        for page in fill_pages(tuple(entries)):
            newest = max(map(changed, page.items), default="")
            yield Address(f"{page_address(stem, page.number)}.html", newest)

    entries = listed(site)
    yield Address("index.html", max(map(changed, entries), default=""))
    yield from map(Address, others)
    yield from pages("documents", entries)
    for year in years_of(site):
        yield from pages(year.stem, year.entries)
    for body in bodies_of(site):
        yield from pages(body.stem, body.entries)
    for group in site.groups():
        codes = {category.code for category in group.categories}
        some = [changed(entry) for entry in entries if entry.category in codes]
        yield Address(f"group/{group.code}.html", max(some))
        for category in group.categories:
            yield from pages(
                f"category/{category.code}",
                (entry for entry in entries if entry.category == category.code),
            )
    for entry in site.visible():
        yield Address(f"{entry.address}.html", changed(entry))


def write_sitemap(public_url: str, addresses: Iterable[Address]) -> str:
    """Return the map of one site; `public_url` is where its home stands, without a slash."""
    return write_list("urlset", "url", public_url, addresses)


def write_index(public_url: str, sitemap_by_code: Mapping[str, str]) -> str:
    """Return the list of the maps of all sites, each with its newest day."""
    addresses = (
        Address(f"{code}/sitemap.xml", max(LASTMOD.findall(text), default=""))
        for code, text in sorted(sitemap_by_code.items())
    )
    return write_list("sitemapindex", "sitemap", public_url, addresses)


def write_list(root: str, item: str, public_url: str, addresses: Iterable[Address]) -> str:
    """Return a list of addresses in the form of sitemaps.org."""
    lines = [f'<{root} xmlns="{SCHEMA}">\n']
    for address in addresses:
        changed = f"<lastmod>{address.changed}</lastmod>" if address.changed else ""
        location = escape(f"{public_url}/{address.url}")
        lines.append(f"<{item}><loc>{location}</loc>{changed}</{item}>\n")
    return "".join((HEAD, *lines, f"</{root}>\n"))


def write_robots(public_url: str) -> str:
    """Return what robots may read: everything, with the way to the maps where they are written."""
    way = f"\nSitemap: {public_url}/sitemap.xml\n" if public_url else ""
    return f"User-agent: *\nDisallow:\n{way}"
