"""The page of corrections of a division, and the block of each entry's page."""

from __future__ import annotations

from msgspec import Struct

from disclosure.sites.pages.corrections.record import Record, records_of
from disclosure.sites.shown import Shown
from disclosure.sites.site import Site


class Corrected(Struct, frozen=True):
    """A correction and the entry it concerns; `url` is relative to the division's site."""

    title: str
    url: str
    record: Record


class Day(Struct, frozen=True):
    """The corrections of one day."""

    day: str
    items: tuple[Corrected, ...]


class CorrectionsView(Struct, frozen=True):
    """All corrections of a division, the newest day first, and those of each entry by its address.

    Not `is_known`: the history is not all there, and nothing may be said of corrections.
    """

    is_known: bool
    days: tuple[Day, ...]
    by_address: dict[str, tuple[Record, ...]]


def view_corrections(site: Site) -> CorrectionsView:
    """Return what the site tells of the corrections of its entries."""
    by_address: dict[str, tuple[Record, ...]] = {}
    found: list[tuple[int, str, Corrected]] = []
    for entry in site.folder.entries if site.corrections.by_file else ():
        records = () if site.shown(entry) is Shown.NOTHING else records_of(entry, site)
        if records:
            by_address[entry.address] = tuple(record for _, record in records)
            url = f"{entry.address}.html"
            found += [
                (number, entry.address, Corrected(entry.title, url, record))
                for number, record in records
            ]
    # By day first: commits that were made side by side do not stand in the order of their days.
    found.sort(key=lambda one: (-one[0], one[1]))
    by_day: dict[str, list[Corrected]] = {}
    for _, _, corrected in found:
        by_day.setdefault(corrected.record.day, []).append(corrected)
    days = tuple(Day(day, tuple(items)) for day, items in sorted(by_day.items(), reverse=True))
    return CorrectionsView(site.corrections.is_known, days, by_address)
