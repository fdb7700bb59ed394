"""What a division has published, reduced to what duties ask: category, period, day, nil or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from disclosure.catalogue import Catalogue, Category
from disclosure.deadline.dates import dates_of
from disclosure.entry import Entry
from disclosure.period import Period, Rhythm

BY_THE_DAY = frozenset({Rhythm.DAILY, Rhythm.WEEKLY})


class Presence(Struct, frozen=True):
    """A publication that counts: neither draft nor withdrawn, of a known category, with a date.

    `start` is what its limit is reckoned from; `days` are the days its rows stand for, where the
    duty recurs daily or weekly. `is_filled` is False for the source of a derived category (E0206
    from E0202) that holds none of its rows.
    """

    category: str
    published: date
    start: date | Period | None
    period: Period | None
    is_nil: bool
    days: tuple[date, ...] = ()
    is_filled: bool = True


def presences(entries: Iterable[Entry], catalogue: Catalogue) -> tuple[Presence, ...]:
    """Return what counts of some entries, the derived categories included, in their order."""
    views: dict[str, list[Category]] = {}
    for category in catalogue.categories.values():
        if category.view_of:
            views.setdefault(category.view_of, []).append(category)
    return tuple(
        presence
        for entry in entries
        for presence in presences_of(entry, catalogue, views.get(entry.category, ()))
    )


def presences_of(
    entry: Entry, catalogue: Catalogue, views: Iterable[Category] = ()
) -> Iterator[Presence]:
    """Yield an entry's own presence and those in the categories derived from its own."""
    category = catalogue.get(entry.category)
    dates = dates_of(entry)
    if category is None or dates.published is None or entry.is_draft or entry.is_withdrawn:
        return
    yield Presence(
        category.code,
        dates.published,
        dates.start(category.trigger),
        dates.period,
        entry.is_nil,
        tuple(sorted(days_of(entry, catalogue))) if category.rhythm in BY_THE_DAY else (),
    )
    for view in views:
        column, _, value = view.view_filter.partition("=")
        is_filled = any(value in table.column(column) for table in entry.tables)
        yield Presence(
            view.code,
            dates.published,
            dates.period,
            dates.period,
            entry.is_nil,
            is_filled=is_filled or entry.is_nil,
        )


def days_of(entry: Entry, catalogue: Catalogue) -> set[date]:
    """Return the days the rows of an entry's own tables stand for (`day_field` of the table)."""
    found = set()
    for table in entry.tables:
        standard = catalogue.tables.get(table.table)
        for cell in table.column(standard.day_field) if standard and standard.day_field else ():
            try:
                found.add(date.fromisoformat(cell))
            except ValueError:
                continue  # a wrong cell is the matter of the table's schema
    return found
