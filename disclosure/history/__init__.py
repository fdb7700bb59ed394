"""What git knows of the content: which files a change touches, and when it was last touched."""

from __future__ import annotations

from disclosure.history.changed import Changed, changed_since
from disclosure.history.newest import newest_commit_day

__all__ = ["Changed", "changed_since", "newest_commit_day"]
