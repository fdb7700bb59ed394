"""A feed (Atom, RFC 4287) as bytes: what is newest on a site, or in one group of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
ATOM = "http://www.w3.org/2005/Atom"
IN_ADDRESS = "/#%[]=:;$&()+,!?*@'~"  # what an address holds as it is
NOT_IN_XML = bytes({*range(32)} - {*b"\t\n\r"})


@dataclass(frozen=True, slots=True)
class News:
    """One entry of a feed; `category` is its name, "" = none."""

    title: str
    link: str
    id: str
    summary: str
    publisher: str
    category: str
    day: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, newest first; `address` is its own, `link` that of the page it follows."""

    title: str
    link: str
    address: str
    id: str
    author: str
    news: Sequence[News]


def write_feed(feed: Feed) -> bytes:
    """Return a feed that holds at least one entry; what is no character of XML is left out."""
    latest = max(one.day for one in feed.news).isoformat()
    head = (
        f'{HEAD}<feed xml:lang="zh-CN" xmlns="{ATOM}"><title>{escape(feed.title)}</title>'
        f'<link href={address(feed.link)} rel="alternate"/>'
        f'<link href={address(feed.address)} rel="self"/><id>{escape(feed.id)}</id>'
        f"<updated>{latest}</updated><author><name>{escape(feed.author)}</name></author>"
    )
    return "".join((head, *entries(feed.news), "</feed>")).encode().translate(None, NOT_IN_XML)


def entries(news: Sequence[News]) -> Iterator[str]:
    """Yield each entry of a feed."""
    for one in news:
        day = one.day.isoformat()
        summary = f">{escape(one.summary)}</summary>" if one.summary else "/>"
        category = f"<category term={quoteattr(one.category)}/>" if one.category else ""
        yield (
            f"<entry><title>{escape(one.title)}</title>"
            f'<link href={address(one.link)} rel="alternate"/>'
            f"<published>{day}</published><updated>{day}</updated>"
            f"<author><name>{escape(one.publisher)}</name></author><id>{escape(one.id)}</id>"
            f'<summary type="html"{summary}{category}</entry>'
        )


def address(link: str) -> str:
    """Return an address as the value of an attribute."""
    return quoteattr(quote(link, safe=IN_ADDRESS))
