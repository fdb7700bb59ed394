"""The days of a publication from which its limits are reckoned."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from disclosure.catalogue import Trigger
from disclosure.entry import Entry
from disclosure.period import Period


class Dates(Struct, frozen=True):
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


def dates_of(entry: Entry) -> Dates:
    """Return the days of an entry."""
    header = entry.header
    return Dates(
        entry.division.code,
        entry.publisher,
        day_of(entry.published),
        header.day("formed_on"),
        header.day("event_on"),
        entry.period,
        header.day("notice.from"),
        header.day("notice.to"),
    )


def day_of(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
