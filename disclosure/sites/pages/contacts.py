"""Whom to ask (有事找谁): the bodies of a division with a telephone, and the office above it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.division import PublisherKind
from disclosure.sites.site import Site

WATCH = PublisherKind.SUPERVISION
ORDER = (
    PublisherKind.GOVERNMENT,
    PublisherKind.COLLECTIVE,
    PublisherKind.COMMITTEE,
    PublisherKind.PARTY,
    PublisherKind.DEPARTMENT,
)


class Contact(Struct, frozen=True):
    """A body and its telephone; `place` and `hours` are "" where the register has none."""

    name: str
    phone: str
    place: str = ""
    hours: str = ""


def contacts(site: Site) -> tuple[Contact, ...]:
    """Return whom to ask, each name and telephone once; who answers for the whole stands first."""
    found: dict[str, Contact] = {}
    phones: set[str] = set()
    for contact in all_contacts(site):
        if contact.phone and contact.phone not in phones and contact.name not in found:
            found[contact.name] = contact
            phones.add(contact.phone)
    return tuple(found.values())


def all_contacts(site: Site) -> Iterator[Contact]:
    """Yield the office, who watches over it, the office above, then the other bodies by kind."""
    division = site.division
    own = sorted(site.facts.publishers.of(division.code), key=lambda one: (one.phone, one.name))
    yield Contact(division.office, division.phone, division.address, division.hours)
    yield from (Contact(one.name, one.phone) for one in own if one.kind is WATCH)
    for above in site.ancestors[-1:]:
        yield Contact(above.office, above.phone, above.address, above.hours)
    for kind in ORDER:
        yield from (Contact(one.name, one.phone) for one in own if one.kind is kind)
