"""The scale of a chart: a round top above all values, lengths in whole units, short figures."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

STEPS = tuple(map(Decimal, ("1", "1.5", "2", "3", "4", "5", "6", "8", "10")))
MYRIAD = Decimal(10_000)
NOTHING = Decimal(0)


def top_of(values: Iterable[Decimal]) -> Decimal:
    """Return the least round figure (1, 1.5, 2 ... times a power of ten) above all values, or 0."""
    highest = max(values, default=NOTHING)
    if highest <= 0:
        return NOTHING
    power = Decimal(1).scaleb(highest.adjusted())
    return next(step * power for step in STEPS if step * power >= highest)


def length(value: Decimal, top: Decimal, size: int) -> int:
    """Return how long a value is drawn, where `top` is `size` long; what is not 0 can be seen."""
    if value <= 0 or top <= 0:
        return 0
    return max(int((value * size / top).to_integral_value(ROUND_HALF_UP)), 1)


def short_zh(value: Decimal) -> str:
    """Return a round figure as it stands at an axis: 5,000, 2.5万, 40万."""
    if value >= MYRIAD:
        return f"{(value / MYRIAD).normalize():f}万"
    return f"{value.normalize():,f}"
