"""What programs leave beside files without being asked: no content, and no mistake either."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from fnmatch import translate
from operator import attrgetter

# What git is given to keep a folder; what desktops note of one, a Mac beside every file of a stick;
# what Vim, Emacs, LibreOffice, WPS and Microsoft's Office write while somebody edits.
LEFTOVERS = (
    ".gitkeep", ".DS_Store", "._*", "Thumbs.db", "desktop.ini",
    ".*.sw[a-p]", ".#*", "#*#", ".~*", "~$*", "*~",
)  # fmt: skip
LEFTOVER = re.compile("|".join(map(translate, LEFTOVERS)))
by_name = attrgetter("name")


def is_leftover(item: os.DirEntry[str]) -> bool:
    """Tell whether something is a file of that kind, or a link, by its name alone."""
    return not item.is_dir(follow_symlinks=False) and bool(LEFTOVER.match(item.name))


def without_leftovers(items: Iterable[os.DirEntry[str]]) -> list[os.DirEntry[str]]:
    """Return what somebody put into a folder, by name."""
    return sorted((item for item in items if not is_leftover(item)), key=by_name)
