"""The corrections (更正记录) git knows: commits whose message has a line `更正:<reason>`.

By day and reason, never by author. One pass over the log follows every file back through its
renames; one more process fetches what the corrected files held before and after.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from disclosure.division import CONTENT
from disclosure.history.git import GIT_FAILED, ask_git, ask_git_bytes
from disclosure.history.last import LastCommit, folder_of, last_commits
from disclosure.history.log import Commit, read_log
from disclosure.once import once
from disclosure.problem import DisclosureError

LINE = re.compile(r"^[ \t\u3000]*更正[:：](?P<reason>.*)$", re.MULTILINE)
TEXTS = (".md", ".yaml", ".csv")


class Correction(Struct, frozen=True):
    """What one correction did to one file; `number` counts the commits from the oldest on.

    `file` is the path of today, relative to the root. `before` and `after` are None where there
    was no such file; of an attachment they are empty, for only texts are compared.
    """

    file: str
    number: int
    day: date
    reason: str
    before: bytes | None
    after: bytes | None


class Corrections(Struct, frozen=True, dict=True):
    """All corrections by the file they concern; not `is_known` = the history is not all there.

    `last_by_folder` are the newest commits, by the folder of the division whose content they
    changed.
    """

    is_known: bool
    by_file: dict[str, tuple[Correction, ...]]
    last_by_folder: Mapping[str, LastCommit] = field(default_factory=dict)

    def of(self, file: str) -> tuple[Correction, ...]:
        """Return the corrections of a file, the newest first."""
        return self.by_file.get(file, ())

    @once
    def by_folder(self) -> dict[str, dict[str, tuple[Correction, ...]]]:
        """The same by the folder of the division they belong to."""
        found: dict[str, dict[str, tuple[Correction, ...]]] = {}
        for file, some in self.by_file.items():
            found.setdefault(folder_of(file), {})[file] = some
        return found

    def within(self, folder: str) -> Corrections:
        """Return those of one division's folder, without the divisions below it."""
        last = self.last_by_folder.get(folder)
        lasts = {folder: last} if last else {}
        return Corrections(self.is_known, self.by_folder.get(folder, {}), lasts)


NO_HISTORY = Corrections(is_known=False, by_file={})


class Found(Struct, frozen=True):
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


class Traced(Struct, frozen=True):
    """All corrections up to the commit `head`, which is the last of `commits`.

    `last_by_folder` is the newest of these for every division's folder.
    """

    head: str
    commits: int
    found: tuple[Found, ...]
    last_by_folder: Mapping[str, LastCommit]


def read_corrections(root: Path) -> Corrections:
    """Return the corrections of the content under a root.

    NO_HISTORY without git, outside a repository, where the history was cut short (a shallow clone)
    and where no commit holds the content.
    """
    return corrections_of(root, trace_history(root))


def trace_history(root: Path, before: Traced | None = None) -> Traced | None:
    """Return what the corrections of the content did; None where git does not know it all.

    What was traced `before` is not gone over again where only single commits have followed.
    """
    try:
        shallow, head = ask_git(root, "rev-parse", "--is-shallow-repository", "HEAD").split()
        if shallow != "false":
            return None
        if before and before.head == head:
            return before
        if before and follows(root, before.head):
            commits = tuple(read_log(root, CONTENT, since=before.head))
            total = before.commits + len(commits)
            found, today = trace(commits, total)
            files = ((one, today.get(one.file, one.file)) for one in before.found)
            found += [replace(one, file=file) for one, file in files if file]
            lasts = {**before.last_by_folder, **last_commits(commits)}
            return Traced(head, total, tuple(found), lasts)
        commits = tuple(read_log(root, CONTENT))
        found, _ = trace(commits, len(commits))
        return Traced(head, len(commits), tuple(found), last_commits(commits))
    except (DisclosureError, OSError, ValueError):  # no git, no repository, no commit
        return None


def follows(root: Path, commit: str) -> bool:
    """Tell whether nothing but single commits, no merge, leads from a commit to the newest."""
    try:
        ask_git(root, "merge-base", "--is-ancestor", commit, "HEAD")
        return not ask_git(root, "rev-list", "--merges", "--max-count=1", f"{commit}..HEAD")
    except DisclosureError:  # history was written anew
        return False


def corrections_of(root: Path, traced: Traced | None) -> Corrections:
    """Return corrections with what the files held; NO_HISTORY where an object is lost."""
    if traced is None:
        return NO_HISTORY
    wanted = {key for one in traced.found if one.is_text for key in (one.before, one.after) if key}
    try:
        contents = fetch(root, sorted(wanted))
    except (DisclosureError, OSError):
        return NO_HISTORY
    by_file: dict[str, list[Correction]] = {}
    for one in traced.found:
        before, after = (contents.get(key, b"") if key else None for key in (one.before, one.after))
        correction = Correction(one.file, one.number, one.day, one.reason, before, after)
        by_file.setdefault(one.file, []).append(correction)
    told = {file: tuple(some) for file, some in by_file.items()}
    return Corrections(bool(traced.commits), told, traced.last_by_folder)


def reason_of(message: str) -> str:
    """Return why a commit corrects, "" where it is no correction; several lines are joined."""
    reasons = (
        "".join(sign for sign in found["reason"] if sign.isprintable()).strip()
        for found in LINE.finditer(message)
    )
    return "；".join(filter(None, reasons))


def trace(commits: Sequence[Commit], total: int) -> tuple[list[Found], dict[str, str]]:
    """Return what corrections did, each file under the path it has today, the newest first.

    Also return the path of today for each that had another, "" for one that is gone. Going back, a
    file that came into being ends: an earlier one of its path was another. `total` is the number of
    the newest commit.
    """
    today: dict[str, str] = {}
    found = []
    for back, commit in enumerate(commits):
        reason = reason_of(commit.message)
        moved: dict[str, str] = {}
        for step in commit.steps:
            file = today.get(step.file, step.file)
            if reason and file:
                number = total - back
                found.append(Found(file, number, commit.day, reason, step.before, step.after))
            if step.source != step.file:
                moved[step.source] = file
            if step.source != step.file or not step.before:
                moved.setdefault(step.file, "")
        today |= moved
    return found, today


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
