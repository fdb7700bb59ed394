"""How a report shows personal data: enough to find the place, never in full."""

from __future__ import annotations

SHOWN = {11: (3, 2), 15: (3, 2), 18: (3, 2)}  # length -> first and last characters that stay


def mask_number(text: str) -> str:
    """Return a number with its middle hidden; a card keeps its last four digits only."""
    first, last = SHOWN.get(len(text), (0, 4))
    return text[:first] + "*" * (len(text) - first - last) + text[len(text) - last :]


def mask_name(text: str) -> str:
    """Return a person's name with all but its first character hidden."""
    return text[:1] + "*" * (len(text) - 1)
