"""The days of a publication from which its limits are reckoned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from disclosure.catalogue import Trigger
from disclosure.entry import Entry, Summary
from disclosure.period import Period, parse_period


@dataclass(frozen=True, slots=True)
class Dates:
    """Days as given, None where absent or not a day; `division` is a short code."""

    division: str
    publisher: str
    published: date | None
    formed_on: date | None
    event_on: date | None
    period: Period | None
    notice_from: date | None
    notice_to: date | None

    def start(self, trigger: Trigger) -> date | Period | None:
        """Return what a category's limit is reckoned from, None where it is not given."""
        if trigger is Trigger.PERIODIC:
            return self.period
        return self.event_on if trigger is Trigger.BEFORE_EVENT else self.formed_on


def start_of(entry: Entry, trigger: Trigger) -> date | Period | None:
    """Return what a category's limit is reckoned from, None where the entry does not give it."""
    return entry.period if trigger is Trigger.PERIODIC else entry.header.day(trigger.key)


def dates_of(source: Entry | Summary) -> Dates:
    """Return the days of an entry, or of what is kept of it."""
    if isinstance(source, Summary):
        return Dates(
            source.division,
            source.publisher,
            day_of(source.published),
            source.formed_on,
            source.event_on,
            parse_period(source.period),
            source.notice_from,
            source.notice_to,
        )
    header = source.header
    return Dates(
        source.division.code,
        source.publisher,
        day_of(source.published),
        header.day("formed_on"),
        header.day("event_on"),
        source.period,
        header.day("notice.from"),
        header.day("notice.to"),
    )


def day_of(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
