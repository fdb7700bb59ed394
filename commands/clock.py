"""What day it is: the one place where the clock is read."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))


def today() -> date:
    """Return the day it is in Beijing."""
    return datetime.now(BEIJING).date()
