"""The months a period is made of, and the period before one, as tables write them."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache

from disclosure.period import Period, Rhythm, parse_period, period_of


def months_of(period: Period) -> tuple[str, ...]:
    """Return the months a period touches, as `2026-07`."""
    found = []
    month = period_of(period.first, Rhythm.MONTHLY)
    while month.first <= period.last:
        found.append(str(month))
        month = month.following()
    return tuple(found)


@lru_cache(maxsize=1024)
def before(period: str) -> str:
    """Return the period before one of the same length: 2026-Q2 for 2026-Q3; "" for no period."""
    parsed = parse_period(period)
    if parsed is None:
        return ""
    return str(period_of(parsed.first - timedelta(days=1), parsed.rhythm))
