"""The newest commit that changed a division's content: what a copy of its site names as its origin.

Commits of other divisions do not count, or each of them would make a new version of every site.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import takewhile

from msgspec import Struct

from disclosure.history.log import Commit


class LastCommit(Struct, frozen=True):
    """A commit by git's id of it, with its Beijing day."""

    id: str
    day: date


def last_commits(commits: Iterable[Commit]) -> dict[str, LastCommit]:
    """Return the newest commit by the folder it changed; commits begin with the newest.

    A file that moved changed the folder it came from as well.
    """
    found: dict[str, LastCommit] = {}
    for commit in commits:
        for step in commit.steps:
            for file in (step.source, step.file):
                found.setdefault(folder_of(file), LastCommit(commit.id, commit.day))
    return found


def folder_of(file: str) -> str:
    """Return the folder of the division a file belongs to: all before the first name in letters."""
    top, *below = file.split("/")
    return "/".join([top, *takewhile(str.isdecimal, below)])
