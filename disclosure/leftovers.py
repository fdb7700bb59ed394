"""What programs leave beside files without being asked: no content, and no mistake either."""

from __future__ import annotations

import os
import re
from fnmatch import translate

# What git is given to keep a folder; what desktops note of one, a Mac beside every file of a stick;
# what Vim, Emacs, LibreOffice, WPS and Microsoft's Office write while somebody edits.
LEFTOVERS = (
    ".gitkeep", ".DS_Store", "._*", "Thumbs.db", "desktop.ini",
    ".*.sw[a-p]", ".#*", "#*#", ".~*", "~$*", "*~",
)  # fmt: skip
LEFTOVER = re.compile("|".join(map(translate, LEFTOVERS)))


def is_leftover(item: os.DirEntry[str]) -> bool:
    """Tell whether something is a file of that kind, or a link, by its name alone."""
    return bool(LEFTOVER.match(item.name)) and not item.is_dir(follow_symlinks=False)
