"""What git knows of the content: what changed, when last, and what was corrected and why."""

from __future__ import annotations

from disclosure.history.changed import (
    Changed,
    changed_since,
    contents_at,
    files_between,
    newest_commit,
)
from disclosure.history.corrections import (
    NO_HISTORY,
    Correction,
    Corrections,
    Found,
    Traced,
    corrections_of,
    read_corrections,
    trace_history,
)
from disclosure.history.last import LastCommit
from disclosure.history.newest import newest_commit_day
from disclosure.history.past import Past, Touch, past_of

__all__ = [
    "NO_HISTORY",
    "Changed",
    "Correction",
    "Corrections",
    "Found",
    "LastCommit",
    "Past",
    "Touch",
    "Traced",
    "changed_since",
    "contents_at",
    "corrections_of",
    "files_between",
    "newest_commit",
    "newest_commit_day",
    "past_of",
    "read_corrections",
    "trace_history",
]
