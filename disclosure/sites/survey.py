"""What everybody else may know of a division: what it covers, what is new, shared and handed up.

A survey is some kilobytes however much a division publishes; the sites above and below are made
from surveys, never by reading its Markdown again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from heapq import nsmallest

from msgspec import Struct

from disclosure.coverage import Tally, matrix_of, tally_of
from disclosure.deadline import presences
from disclosure.division import Division
from disclosure.entry import Entry, Folder
from disclosure.rules.facts import Facts
from disclosure.rules.witness import Witness
from disclosure.sites.gathered import Gathered, gathered_in
from disclosure.sites.order import newest_first
from disclosure.sites.shown import Shown, shown_on

NEWEST = 10  # entries of a division that the levels above may list among what is new
SHARED = 200  # entries of a division that others list, the newest
UP, DOWN = "up", "down"


class Item(Struct, frozen=True, array_like=True):
    """A visible entry as the lists of other divisions show it; `published` is Beijing time."""

    division: str
    place: str
    address: str
    title: str
    published: str
    share: tuple[str, ...]

    @property
    def order(self) -> tuple[str, str, str]:
        """What sorts the newest first, ties by place."""
        return (newest_first(self.published), self.division, self.address)

    @property
    def published_day(self) -> str:
        return self.published[:10]


class Survey(Struct, frozen=True, array_like=True):
    """One division's matrix in figures, its newest entries and those it shares, newest first.

    `gathered` is what a village hands up of its summary tables.
    """

    division: str
    tally: Tally
    newest: tuple[Item, ...] = ()
    shared: tuple[Item, ...] = ()
    gathered: tuple[Gathered, ...] = ()


class Surveyed(Struct, frozen=True):
    """A survey just made, and what was looked up for it outside the division's folder."""

    survey: Survey
    witness: Witness


def survey_folder(folder: Folder, facts: Facts, day: date) -> Survey:
    """Return the survey of a division as of a day."""
    division = folder.division
    visible = [
        item_of(entry, division)
        for entry in folder.entries
        if entry.category and shown_on(entry, facts, day) is Shown.FULL
    ]
    published = presences(folder.entries, facts.catalogue)
    return Survey(
        division.code,
        tally_of(matrix_of(division, published, facts)),
        newest(visible, NEWEST),
        newest((item for item in visible if item.share), SHARED),
        gathered_in(folder, facts, day),
    )


def newest(items: Iterable[Item], number: int) -> tuple[Item, ...]:
    """Return the newest of some items, newest first."""
    return tuple(nsmallest(number, items, key=lambda item: item.order))


def item_of(entry: Entry, division: Division) -> Item:
    """Return an entry as others list it."""
    header = entry.header
    return Item(
        division.code,
        division.name,
        entry.address,
        entry.title,
        header.text("date"),
        header.texts("share"),
    )
