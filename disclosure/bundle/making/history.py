"""Which earlier versions stay, and from which of them there are deltas to the newest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from disclosure.bundle.release import Earlier

LAST = 8  # versions a delta starts from, whatever their age
SQUASHED = (30, 90)  # days ago: the version that was current then is another start
WEEKS = 13  # of which the version that was current on Monday stays: some day it is one of those


def still_kept(earlier: Sequence[Earlier], today: date) -> tuple[Earlier, ...]:
    """Return which of the earlier versions stay; they come and go newest first."""
    monday = today - timedelta(days=today.weekday())
    days = [monday - timedelta(weeks=count) for count in range(WEEKS + 1)]
    return chosen(earlier, days)


def starts(earlier: Sequence[Earlier], today: date) -> tuple[Earlier, ...]:
    """Return the versions from which there are to be deltas, newest first."""
    return chosen(earlier, [today - timedelta(days=count) for count in SQUASHED])


def chosen(earlier: Sequence[Earlier], days: Iterable[date]) -> tuple[Earlier, ...]:
    """Return the last versions and those that were current on some days, newest first."""
    wanted = {*earlier[:LAST], *current_on(days, earlier)}
    return tuple(one for one in earlier if one in wanted)


def current_on(days: Iterable[date], earlier: Sequence[Earlier]) -> Iterator[Earlier]:
    """Yield the version that was current at the end of each day, where it is still known."""
    for day in days:
        yield from [one for one in earlier if one.since <= day.isoformat()][:1]
