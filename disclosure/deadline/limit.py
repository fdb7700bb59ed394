"""A limit as reckoned: from which day, by which rule, to which day, over which days of rest.

民法典 arts. 201 and 203: the first day does not count, the last day is whole, and a limit that ends
on a rest day moves to the next working day. A limit counted back from an event never moves, since
that would shorten it.
"""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from disclosure.catalogue import Basis
from disclosure.workdays import Workdays

ONE_DAY = timedelta(days=1)


class Reckoning(Struct, frozen=True):
    """One limit; `due` is the last day in time, None where a year it touches has no holiday data.

    `nominal` is the day the calendar alone gives: no due day lies before it when counting on, none
    after it when counting back. `window` holds the first and the last day on which a day of rest
    made a difference; None where days of rest make none.
    """

    start: date
    nominal: date
    due: date | None
    rule_zh: str
    rule_en: str
    window: tuple[date, date] | None = None

    @property
    def is_computable(self) -> bool:
        return self.due is not None

    def skipped(self, workdays: Workdays) -> tuple[date, ...]:
        """Return the days of rest that did not count, or over which the end was moved."""
        if self.window is None:
            return ()
        first, last = self.window
        days = (first + timedelta(days=step) for step in range((last - first).days + 1))
        return tuple(day for day in days if workdays.is_workday(day) is False)

    def missing_year(self, workdays: Workdays) -> int | None:
        """Return the first year without holiday data that the limit touches, or None."""
        if self.due is not None:
            return None
        first, last = sorted((self.start.year, self.nominal.year))
        for year in range(first, last + 1):
            if year not in workdays.years:
                return year
        return last + 1 if self.nominal >= self.start else first - 1


def count_on(
    start: date, days: int, basis: Basis, workdays: Workdays, rule_zh: str, rule_en: str
) -> Reckoning:
    """Reckon a limit of `days` after `start`; none at all ends on `start`, rest day or not."""
    nominal = start + timedelta(days=days)
    if days == 0:
        return Reckoning(start, start, start, rule_zh, rule_en)
    due = last_day(start, days, basis, workdays)
    first = start + ONE_DAY if basis is Basis.WORKING else nominal
    return Reckoning(start, nominal, due, rule_zh, rule_en, (first, due) if due else None)


def last_day(start: date, days: int, basis: Basis, workdays: Workdays) -> date | None:
    """Return the last day of a limit of `days` after `start`; None = no data."""
    if days == 0:
        return start
    if basis is Basis.WORKING:
        return workdays.add_workdays(start, days)
    return workdays.roll(start + timedelta(days=days))


def count_back(
    event: date, days: int, basis: Basis, workdays: Workdays, rule_zh: str, rule_en: str
) -> Reckoning:
    """Reckon the last day that still lies `days` before `event`."""
    nominal = event - timedelta(days=days)
    if basis is Basis.CALENDAR or days == 0:
        return Reckoning(event, nominal, nominal, rule_zh, rule_en)
    due = workdays.add_workdays(event, -days)
    window = (due, event - ONE_DAY) if due else None
    return Reckoning(event, nominal, due, rule_zh, rule_en, window)


def latest(reckonings: tuple[Reckoning, ...]) -> Reckoning | None:
    """Return the limit that ends last; where one cannot be computed, that one; None of none."""
    for reckoning in reckonings:
        if reckoning.due is None:
            return reckoning
    return max(reckonings, key=lambda one: one.due or one.nominal, default=None)
