"""The notices that run on a day (正在公示): what may still be objected to, soonest end first."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from disclosure.entry import Entry
from disclosure.sites.site import Site


class RunningNotice(Struct, frozen=True):
    """A notice within its period; both days count. `phone` is the publisher's where none is given.

    `address` is that of its page without `.html`, seen from the division's site.
    """

    title: str
    address: str
    summary: str
    publisher: str
    first: date
    last: date
    objections: str
    phone: str


def running_notices(site: Site) -> tuple[RunningNotice, ...]:
    """Return the notices that run on the site's day; ties by address."""
    found = (running_notice(entry, site) for entry in site.visible())
    return tuple(sorted((one for one in found if one), key=lambda one: (one.last, one.address)))


def running_notice(entry: Entry, site: Site) -> RunningNotice | None:
    """Return an entry as a running notice; None where it has no period or is outside it."""
    first, last = entry.header.day("notice.from"), entry.header.day("notice.to")
    if first is None or last is None or not first <= site.as_of <= last:
        return None
    publisher = site.facts.publisher(entry)
    return RunningNotice(
        title=entry.title,
        address=entry.address,
        summary=entry.summary,
        publisher=entry.publisher,
        first=first,
        last=last,
        objections=entry.header.text("notice.objections"),
        phone=entry.header.text("notice.phone") or (publisher.phone if publisher else ""),
    )
