"""Sites too large for a browser to cut all their texts: they have an index of their own."""

from __future__ import annotations

from pathlib import Path

from disclosure.search.texts import BLOCK, file_of

MOST = 700  # documents that a browser cuts by itself, in a tenth of a second


def is_large(folder: Path) -> bool:
    """Tell whether the texts in a folder are more than that: then this block stands there."""
    return (folder / file_of(MOST // BLOCK)).is_file()
