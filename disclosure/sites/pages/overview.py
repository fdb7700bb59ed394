"""The site map for people (网站地图): every list of a site, with how much stands in each."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from disclosure.catalogue import Kind
from disclosure.sites.pages.doors import Door
from disclosure.sites.pages.lists import Body, Year, bodies_of, listed, years_of
from disclosure.sites.site import Group, Site


class Way(Struct, frozen=True):
    """A link within the site; `number` is how many entries stand there, None where none is told."""

    name: str
    url: str
    number: int | None = None


class Branch(Struct, frozen=True):
    """A group of categories (一级目录) and its categories with entries."""

    way: Way
    leaves: tuple[Way, ...]


class Part(Struct, frozen=True):
    """A part of the catalogue (公开服务, 经济生活)."""

    name: str
    branches: tuple[Branch, ...]


class Overview(Struct, frozen=True):
    """The site map; `others` are the pages that are no lists of entries."""

    parts: tuple[Part, ...]
    years: tuple[Way, ...]
    bodies: tuple[Way, ...]
    others: tuple[Way, ...]


def overview_of(
    site: Site, doors: tuple[Door, ...], gathered: tuple[tuple[str, str], ...], feed: str
) -> Overview:
    """Return the site map; `doors` are the pages beside the lists, `feed` is "" without one.

    `gathered` are the titles and addresses of the tables of all villages.
    """
    others = [Way(door.name, door.url) for door in doors]
    others += [
        Way(entry.title, f"{entry.address}.html")
        for entry in site.visible()
        if entry.kind is Kind.PAGES
    ]
    if site.around.from_above or site.around.from_below:
        others.append(Way("上下级共享", "shared.html"))
    others += [Way(title, url) for title, url in gathered]
    if feed:
        others.append(Way("订阅更新（Atom）", feed))
    return Overview(
        parts=parts_of(site),
        years=tuple(map(way_to_year, years_of(site))),
        bodies=tuple(map(way_to_body, bodies_of(site))),
        others=tuple(others),
    )


def parts_of(site: Site) -> tuple[Part, ...]:
    """Return the parts of the catalogue with the groups and categories that have entries."""
    counts = Counter(entry.category for entry in listed(site))
    found: dict[str, list[Branch]] = {}
    for group in site.groups():
        found.setdefault(group.part, []).append(branch_of(group, counts))
    return tuple(Part(name, tuple(branches)) for name, branches in found.items())


def branch_of(group: Group, counts: Counter[str]) -> Branch:
    """Return a group with its categories, each with its number of entries."""
    leaves = tuple(
        Way(category.name, f"category/{category.code}.html", counts[category.code])
        for category in group.categories
    )
    number = sum(leaf.number or 0 for leaf in leaves)
    return Branch(Way(group.name, f"group/{group.code}.html", number), leaves)


def way_to_year(year: Year) -> Way:
    """Return the way to the entries of a year."""
    return Way(f"{year.year}年", f"{year.stem}.html", len(year.entries))


def way_to_body(body: Body) -> Way:
    """Return the way to the entries of a publisher."""
    return Way(body.publisher.name, f"{body.stem}.html", len(body.entries))
