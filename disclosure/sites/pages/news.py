"""The newest entries of a division, as sheets and screens list them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from disclosure.entry import Entry
from disclosure.sites.order import newest_first
from disclosure.sites.site import Site


class News(Struct, frozen=True):
    """An entry in a list; `address` is that of its page without `.html`, days are ISO.

    `until` is the last day of a running notice, else "".
    """

    title: str
    address: str
    day: str
    publisher: str
    summary: str
    until: str = ""

    @property
    def day_zh(self) -> str:
        """The day without its year: 11月9日."""
        return f"{int(self.day[5:7])}月{int(self.day[8:10])}日"


def newest_entries(site: Site, without: Iterable[str] = ()) -> tuple[Entry, ...]:
    """Return the visible entries of any category, newest first, but for some addresses."""
    left_out = frozenset(without)
    return tuple(
        sorted(
            (one for one in site.visible() if one.category and one.address not in left_out),
            key=lambda one: (newest_first(one.header.text("date")), one.address),
        )
    )


def news_of(entry: Entry) -> News:
    """Return an entry as the lists show it."""
    return News(
        entry.title,
        entry.address,
        entry.header.text("date")[:10],
        entry.publisher,
        entry.summary,
    )
