"""What a page offers to take away: the files of a data package, each with its form and size."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away; `href` is relative to the division's site.

    `size` is ready to print, "" where it is not known before the file is written.
    """

    title: str
    href: str
    size: str
    media_type: str
