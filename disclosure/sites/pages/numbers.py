"""Numbers as people read them: money with commas, shares in hundredths."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
MINUS = "−"  # the sign, not the hyphen: it is as wide as the plus


def money_zh(amount: Decimal) -> str:
    """Return an amount of yuan with two decimals: 303,231.32, −6,000.00."""
    rounded = amount.quantize(CENT, ROUND_HALF_UP)
    return f"{MINUS if rounded < 0 else ''}{abs(rounded):,.2f}"


def percent(part: int, whole: int) -> str:
    """Return a share as 91.67%; "" of nothing."""
    if not whole:
        return ""
    return f"{(Decimal(part * 100) / whole).quantize(CENT, ROUND_HALF_UP)}%"


def count_zh(number: int) -> str:
    """Return a count: 862, 1,104."""
    return f"{number:,}"
