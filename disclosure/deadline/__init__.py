"""Deadlines (公开时限): by when something is due, how long it stays, what a division owes."""

from __future__ import annotations

from disclosure.deadline.context import Context
from disclosure.deadline.dates import Dates, dates_of, start_of
from disclosure.deadline.duties import (
    Due,
    due_list,
    owed_until_next,
    presences_by_category,
    state_of,
    stretch_of,
    unscheduled,
)
from disclosure.deadline.limit import Reckoning, count_back, count_on
from disclosure.deadline.minimum import Minimum, minimums
from disclosure.deadline.notice import minimum_end
from disclosure.deadline.presence import BY_THE_DAY, Presence, presences, presences_of
from disclosure.deadline.reckoning import reckon
from disclosure.deadline.retention import stay_until, takedown_day
from disclosure.deadline.state import COVERED, State
from disclosure.deadline.words import day_zh, skipped_zh

__all__ = [
    "BY_THE_DAY",
    "COVERED",
    "Context",
    "Dates",
    "Due",
    "Minimum",
    "Presence",
    "Reckoning",
    "State",
    "count_back",
    "count_on",
    "dates_of",
    "day_zh",
    "due_list",
    "minimum_end",
    "minimums",
    "owed_until_next",
    "presences",
    "presences_by_category",
    "presences_of",
    "reckon",
    "skipped_zh",
    "start_of",
    "state_of",
    "stay_until",
    "stretch_of",
    "takedown_day",
    "unscheduled",
]
