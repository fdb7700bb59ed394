"""How much of an entry the public sees on a day: all of it, a word that it is gone, or nothing."""

from __future__ import annotations

from datetime import date
from enum import Enum

from disclosure.deadline.retention import takedown_day
from disclosure.entry import Entry
from disclosure.rules.facts import Facts


class Shown(Enum):
    """FULL = all; WITHDRAWN, TAKEN_DOWN = its address with title and dates; NOTHING = a draft."""

    FULL = "full"
    WITHDRAWN = "withdrawn"
    TAKEN_DOWN = "taken-down"
    NOTHING = "nothing"


def shown_on(entry: Entry, facts: Facts, day: date) -> Shown:
    """Return how much of the entry is shown on `day`."""
    if entry.is_draft:
        return Shown.NOTHING
    if entry.is_withdrawn:
        return Shown.WITHDRAWN
    category = facts.category(entry)
    end = takedown_day(entry, category, facts) if category else None
    return Shown.TAKEN_DOWN if end and end <= day else Shown.FULL
