"""What the system says of files: whoever changes or replaces one changes what is said of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable

UNKNOWN = ""


def said_of(path: str) -> str:
    """Return the time of change, the number, the size and the mode of a file or a folder.

    "" where it is not there; where it is a link, which says nothing of what it leads to.
    """
    try:
        about = os.lstat(path)
    except OSError:
        return UNKNOWN
    if stat.S_ISLNK(about.st_mode):
        return UNKNOWN
    return f"{about.st_ctime_ns} {about.st_ino} {about.st_size} {about.st_mode}"


def said_of_all(folder: str, names: Iterable[str]) -> list[str]:
    """Return what is said of files of these names in a folder."""
    return [said_of(f"{folder}/{name}") for name in names]
