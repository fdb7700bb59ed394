"""What a data package states of its tables under `controls:`: totals, standards, caps."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from disclosure.entry import Entry


def stated_amount(entry: Entry, name: str) -> Decimal | None:
    """Return an amount, None where it is not stated or is no number (value-wrong-type)."""
    text = entry.header.text(f"controls.{name}")
    try:
        value = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return value if value is not None and value.is_finite() else None


def stated_texts(entry: Entry, name: str) -> tuple[str, ...]:
    """Return the items of a list, in their order; one item may stand without brackets."""
    return tuple(filter(None, map(str.strip, entry.header.texts(f"controls.{name}"))))
