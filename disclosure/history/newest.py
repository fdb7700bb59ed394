"""The day the content last changed, by which a build is dated unless it is told another day."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from disclosure.history.git import ask_git
from disclosure.problem import DisclosureError

BEIJING = timezone(timedelta(hours=8))


def newest_commit_day(root: Path) -> date | None:
    """Return the Beijing day of the newest commit that touches content or catalogue.

    None where there is no git, no repository, or no such commit.
    """
    try:
        seconds = ask_git(root, "log", "-1", "--format=%ct", "--", "content", "catalogue").strip()
    except DisclosureError:
        return None
    return datetime.fromtimestamp(int(seconds), BEIJING).date() if seconds else None
