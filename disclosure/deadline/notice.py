"""How long a public notice (公示) has to run: of all that bind it, the later end wins."""

from __future__ import annotations

from datetime import date

from disclosure.catalogue import Category
from disclosure.deadline.context import Context
from disclosure.deadline.limit import Reckoning, latest
from disclosure.deadline.minimum import minimums


def minimum_end(
    category: Category, publisher: str, division: str, start: date, context: Context
) -> Reckoning | None:
    """Return the earliest end of a notice that begins on `start`; None where nothing binds it.

    Where one of several minimums cannot be computed the end is not known.
    """
    return latest(
        tuple(
            minimum.end(start, context)
            for minimum in minimums(category, publisher, division, start, context)
        )
    )
