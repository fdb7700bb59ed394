"""What programs leave beside content without being asked: no content, and no mistake either."""

from __future__ import annotations

import os
import re

# What git is given to keep a folder; what desktops note of one, a Mac beside every file of a stick;
# what Vim, Emacs, LibreOffice, WPS and Microsoft's Office write while somebody edits.
LEFTOVER = re.compile(
    r"\.(?:gitkeep|DS_Store|[_~#].+|.+\.sw[a-p])|Thumbs\.db|desktop\.ini|~\$.+|#.+#|.+~", re.DOTALL
)


def is_leftover(item: os.DirEntry[str]) -> bool:
    """Tell whether something is a file of that kind, or a link, by its name alone."""
    return bool(LEFTOVER.fullmatch(item.name)) and not item.is_dir(follow_symlinks=False)
