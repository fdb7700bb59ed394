"""Sites too large for a browser to cut all their texts: they have an index of their own."""

from __future__ import annotations

from collections.abc import Collection

from disclosure.search.texts import BLOCK, file_of

MOST = 700  # documents that a browser cuts by itself, in a tenth of a second


def is_large(files: Collection[str]) -> bool:
    """Tell whether the texts of a site, in such files, are more: then this block is there."""
    return file_of(MOST // BLOCK) in files
