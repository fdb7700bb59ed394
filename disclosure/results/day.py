"""A day that remembers what was asked of it: for which other days the answers are the same."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
OWN = frozenset({"low", "high", "pin", "is_before", "equals"})


class WatchedDay(date):
    """A day whose comparisons narrow the days from `low` to `high`, as ordinals, for which whoever
    compared would do the same. Whatever else is asked of it holds for this day alone.
    """

    low: int
    high: int

    @classmethod
    def of(cls, day: date) -> WatchedDay:
        """Return a day that has not been asked anything."""
        watched = cls.fromordinal(day.toordinal())
        watched.low, watched.high = FIRST, LAST
        return watched

    def pin(self) -> date:
        """Return the plain day; nothing is known of any other."""
        day = date.fromordinal(date.toordinal(self))
        self.low = self.high = day.toordinal()
        return day

    def is_before(self, ordinal: int) -> bool:
        """Tell whether it lies before a day."""
        if date.toordinal(self) < ordinal:
            self.high = min(self.high, ordinal - 1)
            return True
        self.low = max(self.low, ordinal)
        return False

    def equals(self, other: object) -> bool:
        """Tell whether it is a day; of one that it is not, on which side of it it lies."""
        if not isinstance(other, date) or isinstance(other, datetime):
            return False
        ordinal = date.toordinal(other)
        return not self.is_before(ordinal) and self.is_before(ordinal + 1)

    def __lt__(self, other: date) -> bool:
        return self.is_before(ordinal_of(other))

    def __le__(self, other: date) -> bool:
        return self.is_before(ordinal_of(other) + 1)

    def __gt__(self, other: date) -> bool:
        return not self.is_before(ordinal_of(other) + 1)

    def __ge__(self, other: date) -> bool:
        return not self.is_before(ordinal_of(other))

    def __eq__(self, other: object) -> bool:
        return self.equals(other)

    def __ne__(self, other: object) -> bool:
        return not self.equals(other)

    def __hash__(self) -> int:
        return hash(self.pin())

    def __repr__(self) -> str:
        return repr(self.pin())

    def __str__(self) -> str:
        return str(self.pin())

    def __format__(self, form: str) -> str:
        return format(self.pin(), form)

    def __add__(self, other: timedelta) -> date:  # type: ignore[override]  # a plain day
        return self.pin() + other

    def __radd__(self, other: timedelta) -> date:  # type: ignore[override]  # a plain day
        return self.pin() + other

    def __sub__(self, other: Any) -> Any:  # a day or a length of time, as date has it
        return self.pin() - other

    def __rsub__(self, other: date) -> timedelta:
        return other - self.pin()

    def __reduce__(self) -> tuple[type[date], tuple[int, int, int]]:
        day = self.pin()
        return date, (day.year, day.month, day.day)

    def __getattribute__(self, name: str) -> Any:  # a method or a number, as date has it
        if name in OWN or name.startswith("__"):
            return object.__getattribute__(self, name)
        return getattr(object.__getattribute__(self, "pin")(), name)


def ordinal_of(day: object) -> int:
    """Return the number of a day; raise TypeError for a moment, which is not compared with days."""
    if not isinstance(day, date) or isinstance(day, datetime):
        raise TypeError(f"a day cannot be compared with {day!r}")
    return date.toordinal(day)
