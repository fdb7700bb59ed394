"""The corrections (更正记录) of a division as its pages tell them: what changed, in words."""

from __future__ import annotations

from disclosure.sites.pages.corrections.interface import write_corrections
from disclosure.sites.pages.corrections.record import Record
from disclosure.sites.pages.corrections.view import (
    Corrected,
    CorrectionsView,
    Day,
    view_corrections,
)

__all__ = [
    "Corrected",
    "CorrectionsView",
    "Day",
    "Record",
    "view_corrections",
    "write_corrections",
]
