"""The usual slips of people who type front matter by hand or paste it from Word, explained."""

from __future__ import annotations

from disclosure.entry.slips.mend import Mended, mend
from disclosure.entry.slips.slip import Slip

__all__ = ["Mended", "Slip", "mend"]
