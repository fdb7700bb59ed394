"""Places a site leads to that a build does not hold: each gets a page that says where to look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from disclosure.division import Division
from disclosure.entry import Entry
from disclosure.entry.link import LinkKind, links_of
from disclosure.entry.target import read_target
from disclosure.sites.site import Site

FOLDER = "elsewhere"


class Named(NamedTuple):
    """An entry elsewhere; `title` is "" where this site does not know it."""

    address: str
    title: str


class Stub(Struct, frozen=True):
    """A division outside the build with the entries of it this site links to, by address."""

    division: Division
    entries: tuple[Named, ...]

    @property
    def file(self) -> str:
        return f"{FOLDER}/{self.division.code}.html"


def stub_url(code: str, address: str = "") -> str:
    """Return where the page of a division outside the build lies, within the site."""
    anchor = f"#{address.replace('/', '-')}" if address else ""
    return f"{FOLDER}/{code}.html{anchor}"


def stubs(site: Site) -> tuple[Stub, ...]:
    """Return the divisions a site leads to that are not built, by code."""
    found: dict[str, dict[str, str]] = {}
    for code, address, title in outgoing(site):
        titles = found.setdefault(code, {})
        if address:
            titles[address] = title or titles.get(address, "")
    divisions = [site.facts.register.get(code) for code in sorted(found)]
    return tuple(
        Stub(division, tuple(Named(*pair) for pair in sorted(found[division.code].items())))
        for division in divisions
        if division and division.code not in site.built and division.code != site.division.code
    )


def outgoing(site: Site) -> Iterator[tuple[str, str, str]]:
    """Yield (short code, address or "", title or "") of everything of others a site leads to."""
    around = site.around
    for division in (*site.ancestors, *site.children):
        yield division.code, "", ""
    successor = site.facts.register.get(site.division.replaced_by or "")
    if successor:
        yield successor.code, "", ""
    for item in (*around.news, *around.from_above, *around.from_below):
        yield item.division, item.address, item.title
    for entry in site.visible():
        yield from linked(entry)


def linked(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Yield the divisions and entries of others an entry links to."""
    for _, link in links_of(entry):
        if link.kind is LinkKind.DIVISION:
            yield link.place, "", ""
        elif link.target:
            yield link.target.division, link.target.address, ""
    target = read_target(entry.header.text("interprets"), entry)
    if target:
        yield target.division, target.address, ""
