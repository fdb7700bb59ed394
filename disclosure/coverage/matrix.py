"""The disclosure matrix: one row a category, with the one state a villager asks for.

A category with a rhythm is overdue while any period it owes is; otherwise it stands as its latest
period does that has fallen due, and where none has yet, as the first that will. Daily and weekly
duties are looked at over the last 31 days (the day of the matrix included).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from disclosure.catalogue import Category
from disclosure.deadline import (
    BY_THE_DAY,
    Context,
    Due,
    Presence,
    State,
    owed_until_next,
    presences_by_category,
    state_of,
    stretch_of,
    unscheduled,
)
from disclosure.division import Division

SOON_DAYS = 7  # a duty that falls due within so many days is called near (临近到期)
RECENT_DAYS = 31
RECENT = timedelta(days=RECENT_DAYS - 1)


class Row(Struct, frozen=True):
    """How a category stands; `due` is what the state is said of, None where nothing is reckoned.

    `state` is None where the category is not of the division's level. `following` is the duty that
    falls due next, `missing` are the periods that are overdue, `recent` those of a daily or weekly
    category over the last 31 days, all in order of time. `newest` is the last day of publication.
    """

    category: Category
    state: State | None
    due: Due | None = None
    following: Due | None = None
    missing: tuple[Due, ...] = ()
    recent: tuple[Due, ...] = ()
    newest: date | None = None

    def is_soon(self, today: date) -> bool:
        """Tell whether nothing is late but the next duty falls due within a week."""
        if self.state is not State.NOT_DUE or self.due is None or self.due.due is None:
            return False
        return (self.due.due - today).days <= SOON_DAYS


def matrix_of(
    division: Division, published: Iterable[Presence], context: Context
) -> tuple[Row, ...]:
    """Return the rows of all categories, by code; `published` is what the division has published.

    Overrides that bind the division today are applied.
    """
    by_category = presences_by_category(published)
    others = {due.category.code: due for due in unscheduled(division, by_category, context)}
    return tuple(
        row_of(category, division, by_category.get(category.code, ()), others, context)
        for category in context.catalogue.categories.values()
    )


def row_of(
    category: Category,
    division: Division,
    published: Sequence[Presence],
    others: dict[str, Due],
    context: Context,
) -> Row:
    """Return the row of one category."""
    if division.level not in category.levels or has_ended(division, context.today):
        return Row(category, None)
    category = context.catalogue.effective(category, division.code, context.today)
    newest = max((one.published for one in published), default=None)
    if category.code in others:
        other = others[category.code]
        return Row(category, other.state, other, newest=newest)
    duties = tuple(duties_of(category, division, published, context))
    fallen = [due for due in duties if has_fallen(due, context.today)]
    following = duties[-1] if duties and not has_fallen(duties[-1], context.today) else None
    missing = tuple(due for due in fallen if due.state is State.OVERDUE)
    due = missing[0] if missing else fallen[-1] if fallen else following
    return Row(
        category,
        due.state if due else State.NONE_RECORDED,
        due,
        following,
        missing,
        duties if category.rhythm in BY_THE_DAY else (),
        newest,
    )


def has_ended(division: Division, today: date) -> bool:
    """Tell whether a division is no more: what it owed is its successor's matter."""
    return division.valid_to is not None and division.valid_to < today


def duties_of(
    category: Category, division: Division, published: Sequence[Presence], context: Context
) -> Iterator[Due]:
    """Yield the duties of a category with a rhythm up to the first that falls due after today."""
    since = context.today - RECENT if category.rhythm in BY_THE_DAY else None
    stretch = stretch_of(division)
    for period, limit in owed_until_next(category, stretch, since, context.today, context.workdays):
        state = state_of(category, period, limit, published, context.today)
        yield Due(category, period, limit.due, limit, state)


def has_fallen(due: Due, today: date) -> bool:
    """Tell whether the day by which a duty is due has passed."""
    day = due.due or (due.reckoning.nominal if due.reckoning else None)
    return day is not None and day < today
