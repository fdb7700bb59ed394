"""Which periods of its categories a division owes, and how each of these duties stands.

A period is owed where it ends on or after the division's `duty_from`, is not due before it, and has
begun before the division ceased to be. Categories without a rhythm owe nothing by the calendar:
`unscheduled` tells how they stand by what was published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from msgspec import Struct

from disclosure.catalogue import Category, Trigger
from disclosure.deadline.context import Context
from disclosure.deadline.limit import Reckoning
from disclosure.deadline.presence import BY_THE_DAY, Presence
from disclosure.deadline.reckoning import reckon
from disclosure.deadline.state import State
from disclosure.division import Division
from disclosure.period import Period, period_of
from disclosure.workdays import Workdays

FIRST_OF_ALL = date.min
Stretch = tuple[date | None, date | None]


class Due(Struct, frozen=True):
    """One duty: what is owed for which period, by when and why, and how it stands.

    `period` and `reckoning` are None for what has no rhythm or no limit; `due` is None also where
    the limit cannot be computed.
    """

    category: Category
    period: Period | None
    due: date | None
    reckoning: Reckoning | None
    state: State


def due_list(
    division: Division, until: date, published: Iterable[Presence], context: Context
) -> list[Due]:
    """Return every periodic duty of a division that falls due by `until`, by due day and code.

    `published` is what the division has published; states are those of `context.today`.
    """
    by_category = presences_by_category(published)
    found = []
    for category in categories_of(division, context):
        there = by_category.get(category.code, ())
        for period, limit in owed(category, stretch_of(division), until, context.workdays):
            state = state_of(category, period, limit, there, context.today)
            found.append(Due(category, period, limit.due, limit, state))
    return sorted(found, key=lambda one: (one.due or nominal(one), one.category.code))


def unscheduled(
    division: Division, by_category: Mapping[str, tuple[Presence, ...]], context: Context
) -> list[Due]:
    """Return how each category without a rhythm stands, by its newest publication, by code."""
    found = []
    for category in categories_of(division, context):
        if category.rhythm is None:
            newest = max(
                by_category.get(category.code, ()), key=lambda one: one.published, default=None
            )
            if newest is None:
                found.append(Due(category, None, None, None, State.NONE_RECORDED))
                continue
            limit = reckon(category, newest.start, context.workdays) if newest.start else None
            state = State.NIL if newest.is_nil else State.PUBLISHED
            if limit and not newest.is_nil:
                state = timeliness(newest.published, limit)
            found.append(Due(category, None, limit.due if limit else None, limit, state))
    return found


def categories_of(division: Division, context: Context) -> Iterator[Category]:
    """Yield the categories of the division's level as they bind it today, by code."""
    for category in context.catalogue.categories.values():
        if division.level in category.levels:
            yield context.catalogue.effective(category, division.code, context.today)


def stretch_of(division: Division) -> Stretch:
    """Return from when a division owes anything until it is no more."""
    return division.duty_from, division.valid_to


def owed(
    category: Category,
    stretch: Stretch,
    until: date,
    workdays: Workdays,
    since: date | None = None,
) -> Iterator[tuple[Period, Reckoning]]:
    """Yield the periods of a category a division owes by `until`, with their limits, in order.

    Of the division only its `stretch` matters. Periods that end before `since` are left out.
    """
    first, last = stretch
    if category.trigger is not Trigger.PERIODIC or not category.rhythm or not first:
        return
    period = period_of(max(first, since or FIRST_OF_ALL), category.rhythm)
    while True:
        limit = reckon(category, period, workdays)
        if limit is None or (limit.due or limit.nominal) > until:
            return
        if last and period.first > last:
            return
        if limit.nominal >= first:
            yield period, limit
        period = period.following()


@lru_cache(maxsize=1024)
def owed_until_next(
    category: Category, stretch: Stretch, since: date | None, today: date, workdays: Workdays
) -> tuple[tuple[Period, Reckoning], ...]:
    """Return what is owed up to the first duty that falls due after today.

    It is remembered: nearly all divisions of a tree have owed the same since the same day.
    """
    found = []
    for period, limit in owed(category, stretch, date.max, workdays, since):
        found.append((period, limit))
        if (limit.due or limit.nominal) >= today:
            break
    return tuple(found)


def state_of(
    category: Category,
    period: Period,
    limit: Reckoning,
    published: Iterable[Presence],
    today: date,
) -> State:
    """Return how the duty of a period stands, given what was published in its category."""
    there = [one for one in published if stands_for(one, period, category)]
    if category.view_of:
        there = whole(there, period)
    if any(not one.is_nil for one in there):
        days = [one.published for one in there if not one.is_nil]
        # The rows of a running month bear no day of publication: a day that stands there counts.
        if category.rhythm in BY_THE_DAY and any(one.days for one in there):
            return State.PUBLISHED
        return timeliness(max(days) if category.view_of else min(days), limit)
    if there:
        return State.NIL
    if limit.due is None:
        return State.NOT_COMPUTABLE
    return State.NOT_DUE if today <= limit.due else State.OVERDUE


def stands_for(presence: Presence, period: Period, category: Category) -> bool:
    """Tell whether a publication stands for a period of its category, or for a part of it."""
    given = presence.period
    if given == period:
        return True
    if category.rhythm in BY_THE_DAY:
        if any(period.first <= day <= period.last for day in presence.days):
            return True
        return presence.is_nil and given is not None and contains(given, period)
    return bool(category.view_of) and given is not None and contains(period, given)


def whole(parts: list[Presence], period: Period) -> list[Presence]:
    """Return the parts where together they fill a period and one holds what is asked, else none."""
    day = period.first
    for part in sorted(parts, key=lambda one: one.period.first if one.period else FIRST_OF_ALL):
        if part.period and part.period.first <= day <= part.period.last:
            day = part.period.following().first
    filled = [part for part in parts if part.is_filled]
    return filled if day > period.last else []


def timeliness(published: date, limit: Reckoning) -> State:
    """Return whether something was in time; a day no calendar could call late needs none."""
    if limit.due is None:
        is_early = limit.start <= limit.nominal and published <= limit.nominal
        return State.PUBLISHED if is_early else State.NOT_COMPUTABLE
    return State.PUBLISHED if published <= limit.due else State.PUBLISHED_LATE


def contains(outer: Period, inner: Period) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def nominal(one: Due) -> date:
    return one.reckoning.nominal if one.reckoning else FIRST_OF_ALL


def presences_by_category(published: Iterable[Presence]) -> dict[str, tuple[Presence, ...]]:
    """Return the presences by category code."""
    found: dict[str, list[Presence]] = {}
    for presence in published:
        found.setdefault(presence.category, []).append(presence)
    return {code: tuple(some) for code, some in found.items()}
