"""Turns the text of a header value into a day, a moment or a flag; None where it is none."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
CENTURIES = ("19", "20", "21")  # a year of another century is a slip
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", re.ASCII)


@lru_cache(maxsize=4096)
def read_day(text: str) -> date | None:
    """Return the day of `2026-10-12`, or None (also for a day that does not exist)."""
    if not DAY.fullmatch(text) or not text.startswith(CENTURIES):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def read_moment(text: str) -> datetime | None:
    """Return the Beijing time of `2026-10-12 09:00`, or None."""
    if not MOMENT.fullmatch(text) or not text.startswith(CENTURIES):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
