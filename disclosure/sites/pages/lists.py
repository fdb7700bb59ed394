"""The lists of a site: its visible entries by year, by publisher and by document number."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from disclosure.catalogue import Kind
from disclosure.division import Publisher, PublisherKind
from disclosure.entry import Entry
from disclosure.sites.order import newest_first
from disclosure.sites.site import Site

PUBLISHER_KIND_ZH = {
    PublisherKind.GOVERNMENT: "政府",
    PublisherKind.DEPARTMENT: "政府部门和机构",
    PublisherKind.COMMITTEE: "村（居）民委员会",
    PublisherKind.PARTY: "党组织",
    PublisherKind.COLLECTIVE: "集体经济组织",
    PublisherKind.SUPERVISION: "监督委员会",
}


class Year(Struct, frozen=True):
    """The entries published in a year, newest first; none in a year that has just begun."""

    year: int
    entries: tuple[Entry, ...]

    @property
    def stem(self) -> str:
        return f"by-date/{self.year}"


class Month(Struct, frozen=True):
    """Entries of one month, newest first; `text` is such as `2026-11`."""

    text: str
    entries: tuple[Entry, ...]

    @property
    def zh(self) -> str:
        year, _, month = self.text.partition("-")
        return f"{year}年{int(month)}月"


class Body(Struct, frozen=True):
    """A publisher and what it has published here, newest first."""

    publisher: Publisher
    entries: tuple[Entry, ...]

    @property
    def stem(self) -> str:
        return f"publisher/{self.publisher.number}"

    @property
    def kind_zh(self) -> str:
        return PUBLISHER_KIND_ZH[self.publisher.kind]


class Document(Struct, frozen=True):
    """One row of the catalogue of information (政府信息公开目录，条例 art. 12).

    `formed` is the day it was formed, else the period it stands for; "" where neither is given.
    """

    index_number: str
    document_number: str
    title: str
    url: str
    summary: str
    formed: str
    published: str


def listed(site: Site) -> tuple[Entry, ...]:
    """Return the entries that stand in lists, newest first, ties by address.

    Pages of the site's own are no disclosed information; drafts and what is gone stand nowhere.
    """
    entries = [entry for entry in site.visible() if entry.kind is not Kind.PAGES]
    return tuple(
        sorted(entries, key=lambda entry: (newest_first(entry.header.text("date")), entry.address))
    )


def years_of(site: Site) -> tuple[Year, ...]:
    """Return the years with entries and the current one, newest first.

    The current year is there from its first day, so that the navigation can lead to it.
    """
    found: dict[int, list[Entry]] = {site.as_of.year: []}
    for entry in listed(site):
        if entry.published:
            found.setdefault(entry.published.year, []).append(entry)
    return tuple(Year(year, tuple(some)) for year, some in sorted(found.items(), reverse=True))


def months_of(entries: Iterable[Entry]) -> tuple[Month, ...]:
    """Return entries given newest first under their months."""
    return tuple(
        Month(text, tuple(some))
        for text, some in groupby(entries, key=lambda entry: entry.header.text("date")[:7])
    )


def bodies_of(site: Site) -> tuple[Body, ...]:
    """Return the publishers with entries here, in the order of the register.

    An entry whose publisher is not registered is refused by a rule before it comes here.
    """
    found: dict[int, tuple[Publisher, list[Entry]]] = {}
    for entry in listed(site):
        publisher = site.facts.publisher(entry)
        if publisher:
            found.setdefault(publisher.number, (publisher, []))[1].append(entry)
    return tuple(Body(publisher, tuple(some)) for _, (publisher, some) in sorted(found.items()))


def documents_of(site: Site) -> tuple[Document, ...]:
    """Return every listed entry as a row of the catalogue, newest first."""
    return tuple(map(document_of, listed(site)))


def document_of(entry: Entry) -> Document:
    """Return the row of one entry."""
    header = entry.header
    return Document(
        index_number=entry.index_number,
        document_number=header.text("document_number"),
        title=entry.title,
        url=f"{entry.address}.html",
        summary=entry.summary,
        formed=header.text("formed_on") or (entry.period.zh if entry.period else ""),
        published=header.text("date")[:10],
    )
