"""Numbers of documents: each division has a range of its own, with room for more.

What a division adds moves no other division's documents as long as its room suffices; a division
with everything below it is one stretch of numbers, because codes are taken in their order.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

SMALLEST, HALFWAY = 4, 6  # capacities are 4, 6, and both doubled again and again
SLACK, SPARE = 8, 2  # room for an eighth more, and two


def capacity_of(count: int) -> int:
    """Return how many numbers are kept for so many documents."""
    needed = count + count // SLACK + SPARE
    smaller, larger = SMALLEST, HALFWAY
    while smaller < needed:
        smaller, larger = larger, smaller * 2
    return smaller


def starts_of(counts: Iterable[int]) -> tuple[list[int], int]:
    """Return the first number of each division, and how many numbers there are in all."""
    *starts, end = accumulate(map(capacity_of, counts), initial=0)
    return starts, end
