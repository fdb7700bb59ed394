"""The corrections (更正记录) git knows: commits whose message has a line `更正:<reason>`.

By day and reason, never by author. One pass over the log follows every file back through its
renames; one more process fetches what the corrected files held before and after.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from disclosure.history.git import GIT_FAILED, ask_git, ask_git_bytes
from disclosure.history.log import Commit, read_log
from disclosure.problem import DisclosureError

CONTENT = "content"
LINE = re.compile(r"^[ \t\u3000]*更正[:：](?P<reason>.*)$", re.MULTILINE)
TEXTS = (".md", ".yaml", ".csv")


@dataclass(frozen=True, slots=True)
class Correction:
    """What one correction did to one file; `number` counts the commits back from the newest.

    `file` is the path of today, relative to the root. `before` and `after` are None where there
    was no such file; of an attachment they are empty, for only texts are compared.
    """

    file: str
    number: int
    day: date
    reason: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections by the file they concern; not `is_known` = the history is not all there."""

    is_known: bool
    by_file: dict[str, tuple[Correction, ...]]

    def of(self, file: str) -> tuple[Correction, ...]:
        """Return the corrections of a file, the newest first."""
        return self.by_file.get(file, ())

    def within(self, folder: str) -> Corrections:
        """Return those of one division's folder, without the divisions below it."""
        start = folder + "/"
        mine = {
            file: some
            for file, some in self.by_file.items()
            if file.startswith(start) and not file[len(start) :].partition("/")[0].isdecimal()
        }
        return Corrections(self.is_known, mine)


NO_HISTORY = Corrections(is_known=False, by_file={})


@dataclass(frozen=True, slots=True)
class Found:
    """A correction before the contents are fetched: git's ids stand for them."""

    file: str
    number: int
    day: date
    reason: str
    before: str
    after: str

    @property
    def is_text(self) -> bool:
        return self.file.endswith(TEXTS)


def read_corrections(root: Path) -> Corrections:
    """Return the corrections of the content under a root.

    NO_HISTORY without git, outside a repository, where the history was cut short (a shallow clone)
    and where no commit holds the content.
    """
    try:
        if ask_git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
            return NO_HISTORY
        commits = tuple(read_log(root, CONTENT))
        found = tuple(trace(commits))
        wanted = {key for one in found if one.is_text for key in (one.before, one.after) if key}
        contents = fetch(root, sorted(wanted))
    except (DisclosureError, OSError):  # no git, no repository, no commit, an object that is lost
        return NO_HISTORY
    by_file: dict[str, list[Correction]] = {}
    for one in found:
        before, after = (contents.get(key, b"") if key else None for key in (one.before, one.after))
        correction = Correction(one.file, one.number, one.day, one.reason, before, after)
        by_file.setdefault(one.file, []).append(correction)
    return Corrections(bool(commits), {file: tuple(some) for file, some in by_file.items()})


def reason_of(message: str) -> str:
    """Return why a commit corrects, "" where it is no correction; several lines are joined."""
    reasons = (
        "".join(sign for sign in found["reason"] if sign.isprintable()).strip()
        for found in LINE.finditer(message)
    )
    return "；".join(filter(None, reasons))


def trace(commits: Iterable[Commit]) -> Iterator[Found]:
    """Yield what corrections did, each file under the path it has today.

    Going back, a file that came into being ends: an earlier one of its path was another.
    """
    today: dict[str, str] = {}
    for number, commit in enumerate(commits):
        reason = reason_of(commit.message)
        moved: dict[str, str] = {}
        for step in commit.steps:
            file = today.get(step.file, step.file)
            if reason and file:
                yield Found(file, number, commit.day, reason, step.before, step.after)
            if step.source != step.file:
                moved[step.source] = file
            if step.source != step.file or not step.before:
                moved.setdefault(step.file, "")
        today |= moved


def fetch(root: Path, keys: Sequence[str]) -> dict[str, bytes]:
    """Return contents by their ids, from one process; raise where one of them is lost."""
    if not keys:
        return {}
    given = "".join(f"{key}\n" for key in keys).encode()
    output = ask_git_bytes(root, "cat-file", "--batch", given=given)
    found: dict[str, bytes] = {}
    start = 0
    for key in keys:
        end = output.index(b"\n", start)
        head = output[start:end].decode()
        if not head.startswith(f"{key} blob "):
            raise DisclosureError(GIT_FAILED.at("", value=head))
        stop = end + 1 + int(head.rpartition(" ")[2])
        found[key] = output[end + 1 : stop]
        start = stop + 1
    return found
