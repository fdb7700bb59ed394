"""A feed (Atom, RFC 4287) as bytes: what is newest on a site, or in one group of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote

from msgspec import Struct

from disclosure.xml_text import escape, quoted

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
ATOM = "http://www.w3.org/2005/Atom"
HTML = ' type="html"'
IN_ADDRESS = "/#%[]=:;$&()+,!?*@'~"  # what an address holds as it is
NOT_IN_XML = bytes({*range(32)} - {*b"\t\n\r"})


class News(Struct, frozen=True):
    """One entry of a feed; `category` is its name, "" = none."""

    title: str
    link: str
    id: str
    summary: str
    publisher: str
    category: str
    day: datetime


class Feed(Struct, frozen=True):
    """A feed, newest first; `address` is its own, `link` that of the page it follows."""

    title: str
    link: str
    address: str
    id: str
    author: str
    news: Sequence[News]


def write_feed(feed: Feed) -> bytes:
    """Return a feed that holds at least one entry; what is no character of XML is left out."""
    pieces = (
        f'{HEAD}<feed xml:lang="zh-CN" xmlns="{ATOM}">',
        element("title", feed.title),
        f'<link href={address(feed.link)} rel="alternate"/>',
        f'<link href={address(feed.address)} rel="self"/>',
        element("id", feed.id),
        element("updated", max(one.day for one in feed.news).isoformat()),
        author(feed.author),
        *map(entry, feed.news),
        "</feed>",
    )
    return "".join(pieces).encode().translate(None, NOT_IN_XML)


def entry(news: News) -> str:
    """Return one entry of a feed."""
    day = news.day.isoformat()
    category = f"<category term={quoted(news.category)}/>" if news.category else ""
    return (
        f"<entry>{element('title', news.title)}"
        f'<link href={address(news.link)} rel="alternate"/>'
        f"{element('published', day)}{element('updated', day)}{author(news.publisher)}"
        f"{element('id', news.id)}{element('summary', news.summary, HTML)}{category}</entry>"
    )


def element(name: str, text: str, attributes: str = "") -> str:
    """Return an element that holds text alone."""
    return f"<{name}{attributes}>{escape(text)}</{name}>" if text else f"<{name}{attributes}/>"


def author(name: str) -> str:
    """Return who publishes something."""
    return f"<author>{element('name', name)}</author>"


def address(link: str) -> str:
    """Return an address as the value of an attribute."""
    return quoted(quote(link, safe=IN_ADDRESS))
