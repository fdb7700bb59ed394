"""What some files held at a revision, and what every commit since then made of them, with its why.

A few processes of git for any number of files: one lists the tree, one the log, one fetches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from disclosure.division import CONTENT
from disclosure.history.changed import COMPARE, find_base, read_status
from disclosure.history.corrections import fetch, reason_of
from disclosure.history.git import ask_git
from disclosure.history.log import Commit, plain_file, read_log


class Touch(Struct, frozen=True):
    """What one commit made of a file; `reason` is that of a correction, "" where it gives none.

    None stands for no file.
    """

    reason: str
    before: bytes | None
    after: bytes | None


class Past(Struct, frozen=True):
    """A file at the revision; `name` is what it is called in the newest commit.

    `touches` begin with the oldest; what is not committed is not among them.
    """

    file: str
    name: str
    content: bytes
    touches: tuple[Touch, ...]

    @property
    def committed(self) -> bytes | None:
        """What it holds in the newest commit."""
        return self.touches[-1].after if self.touches else self.content


def past_of(root: Path, revision: str, is_wanted: Callable[[str], bool]) -> tuple[Past, ...]:
    """Return the files of every folder in which a wanted file of a revision is no more the same.

    The revision is taken where the current branch left it, as `changed_since` does.
    """
    base = find_base(root, revision)
    status = read_status(ask_git(root, *COMPARE, base))
    folders = {folder_of(file) for file, sign in status if sign != "A" and is_wanted(file)}
    if not folders:
        return ()
    listed = {file: key for file, key in tree_of(root, base) if folder_of(file) in folders}
    commits = tuple(read_log(root, CONTENT, since=base))
    touches, names = trace(listed, reversed(commits))
    keys = {key for some in touches.values() for _, *pair in some for key in pair if key}
    contents = fetch(root, sorted(keys | set(listed.values())))
    return tuple(
        Past(
            file,
            names[file],
            contents[key],
            tuple(
                Touch(reason, contents.get(before), contents.get(after))
                for reason, before, after in touches[file]
            ),
        )
        for file, key in sorted(listed.items())
    )


def folder_of(file: str) -> str:
    return file.rpartition("/")[0]


def tree_of(root: Path, commit: str) -> Iterator[tuple[str, str]]:
    """Yield the plain files of the content at a commit, each with git's id of what it holds."""
    for line in ask_git(root, "ls-tree", "-r", "-z", commit, "--", CONTENT).split("\0"):
        if line:
            about, _, file = line.partition("\t")
            mode, _, key = about.split(" ")
            if plain_file(mode, key):
                yield file, key


Ids = tuple[str, str, str]  # a reason, and git's ids of the content before and after


def trace(
    files: Iterable[str], commits: Iterable[Commit]
) -> tuple[Mapping[str, list[Ids]], Mapping[str, str]]:
    """Return what commits did to files, by the names of the beginning, and the names of the end.

    Commits begin with the oldest; a file that went and came back under its name is one file.
    """
    owner = {file: file for file in files}
    touches: dict[str, list[Ids]] = defaultdict(list)
    for commit in commits:
        reason = reason_of(commit.message)
        moved = {}
        for step in commit.steps:
            file = owner.get(step.source)
            if file:
                touches[file].append((reason, step.before, step.after))
                moved[step.source] = step.file
        found = {source: owner.pop(source) for source in moved}
        owner |= {moved[source]: file for source, file in found.items()}
    return touches, {file: name for name, file in owner.items()}
