"""The days of generated entries: formed, published and shown inside every limit."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from random import Random

from msgspec import Struct

from disclosure.catalogue import Category, Trigger
from disclosure.deadline.notice import minimum_end
from disclosure.deadline.reckoning import reckon
from disclosure.period import Period, period_of
from disclosure.rules.facts import Facts

FIRST = date(2024, 3, 1)  # limits reckoned from here on touch only years with holiday data
LAST = date(2026, 10, 23)
RECENT = date(2025, 12, 10)  # what must not be older than a year is formed after this
AS_OF = date(2026, 11, 20)  # the day for which generated content is clean
ONE_DAY = timedelta(days=1)
EVENT_AFTER = 3  # days from publication to an event that needs no notice period


class Moment(Struct, frozen=True):
    """The days of one entry; None where its category has no such day. `due` bounds publication."""

    formed: date
    published: date
    event: date | None = None
    notice_to: date | None = None
    period: Period | None = None


class Timing:
    """Finds days; what depends on a category and a day alone is reckoned once."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.moments: dict[tuple[object, ...], Moment] = {}
        self.periods: dict[str, tuple[Period, ...]] = {}

    @cached_property
    def workdays(self) -> list[date]:
        return [day for day in self.facts.workdays.days if FIRST <= day <= LAST]

    @cached_property
    def recent(self) -> list[date]:
        return [day for day in self.workdays if day >= RECENT]

    def moment(
        self,
        category: Category,
        publisher: str,
        division: str,
        group: object,
        rng: Random,
        nth: int,
    ) -> Moment | None:
        """Return the days of the `nth` entry of a category in a division; None = no period left.

        `group` names what decides the length of a notice: divisions of one group share days.
        """
        if category.trigger is Trigger.PERIODIC:
            periods = self.periods_of(category)
            if nth >= len(periods):
                return None
            start = periods[nth].last
            spare = rng.randrange(4)
        else:
            days = self.recent if category.data_table == "directory_entry" else self.workdays
            start = days[int(rng.random() * len(days))]
            spare = rng.randrange(2)
        key = (category.code, group, start, spare)
        found = self.moments.get(key)
        if found is None:
            found = self.moments[key] = self.reckon(
                category, publisher, division, start, spare, nth
            )
        return found

    def periods_of(self, category: Category) -> tuple[Period, ...]:
        """Return the periods due by the day of the check, the latest first."""
        found = self.periods.get(category.code)
        if found is None:
            assert category.rhythm is not None
            period, some = period_of(FIRST, category.rhythm).following(), []
            while True:
                reckoning = reckon(category, period, self.facts.workdays)
                if reckoning is None or reckoning.due is None or reckoning.due > LAST:
                    break
                some.append(period)
                period = period.following()
            found = self.periods[category.code] = tuple(reversed(some))
        return found

    def reckon(
        self, category: Category, publisher: str, division: str, start: date, spare: int, nth: int
    ) -> Moment:
        """Return the days of an entry that is formed, or whose period ends, on `start`."""
        workdays = self.facts.workdays
        if category.trigger is Trigger.PERIODIC:
            period = self.periods_of(category)[nth]
            reckoning = reckon(category, period, workdays)
            assert reckoning is not None
            assert reckoning.due is not None
            published = last_workday(reckoning.due - spare * ONE_DAY, self.facts)
            formed = last_workday(published - ONE_DAY, self.facts)
            return Moment(formed, published, period=period)
        if category.trigger is Trigger.BEFORE_EVENT:
            return self.reckon_event(category, publisher, division, start)
        reckoning = reckon(category, start, workdays)
        published = workdays.add_workdays(start, 1 + spare) or start
        if reckoning is not None and reckoning.due is not None:
            published = min(published, reckoning.due)
        return Moment(
            start, published, notice_to=self.notice_end(category, publisher, division, published)
        )

    def reckon_event(
        self, category: Category, publisher: str, division: str, published: date
    ) -> Moment:
        """Return the days of an announcement: the event lies as far ahead as every limit asks."""
        end = self.notice_end(category, publisher, division, published)
        event = max(published + EVENT_AFTER * ONE_DAY, (end or published) + ONE_DAY)
        while True:
            reckoning = reckon(category, event, self.facts.workdays)
            assert reckoning is not None
            assert reckoning.due is not None
            if published <= reckoning.due:
                break
            event += ONE_DAY
        formed = last_workday(published - ONE_DAY, self.facts)
        return Moment(formed, published, event=event, notice_to=end or event)

    def notice_end(
        self, category: Category, publisher: str, division: str, start: date
    ) -> date | None:
        """Return the last day of a notice that begins on `start`; None where it is no notice."""
        if category.content_type != "notice":
            return None
        reckoning = minimum_end(category, publisher, division, start, self.facts)
        return reckoning.due if reckoning else None


def last_workday(day: date, facts: Facts) -> date:
    """Return `day`, or the working day before it when it is a rest day."""
    while not facts.workdays.is_workday(day):
        day -= ONE_DAY
    return day
