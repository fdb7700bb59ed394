"""Reads git's log of the content in one pass: each commit with its day, its words and its files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from disclosure.history.git import ask_git_bytes
from disclosure.history.newest import BEIJING

# Every option that a person's own settings could turn round is given; names are set apart by NUL.
LOG = (
    "log",
    "--topo-order",
    "--no-follow",
    "--no-show-signature",
    "--no-color",
    "--no-ext-diff",
    "--encoding=UTF-8",
    "--raw",
    "--no-abbrev",
    "-z",
    "--find-renames=50%",
    "-l2000",
    "--relative",
    "--format=tformat:%H %ct%n%B",
)
HEAD = re.compile(
    r"(?P<id>[0-9a-f]{40,64}) (?P<seconds>\d+)\n(?P<message>.*)", re.ASCII | re.DOTALL
)


class Step(Struct, frozen=True):
    """What a commit did to one file; `before` and `after` are git's ids of its content.

    Paths are relative to the root; `source` is the path it had before; an id is "" where there was
    no plain file.
    """

    source: str
    file: str
    before: str
    after: str


class Commit(Struct, frozen=True):
    """A commit that touched the content, with git's id of it and its Beijing day."""

    id: str
    day: date
    message: str
    steps: tuple[Step, ...]


def read_log(root: Path, *folders: str, since: str = "") -> Iterator[Commit]:
    """Yield the commits that touch some folders of a root, the newest first.

    `since` is the id of a commit: it and all it came from are left out.
    A merge has no steps of its own: what it brings in stands in the commits it joins.
    """
    revisions = (f"{since}..HEAD",) if since else ()
    tokens = iter(os.fsdecode(ask_git_bytes(root, *LOG, *revisions, "--", *folders)).split("\0"))
    head: re.Match[str] | None = None
    steps: list[Step] = []
    for token in tokens:
        mark = token.lstrip("\n")
        if mark.startswith(":"):
            steps.append(read_step(mark, tokens))
            continue
        if head:
            yield commit_from(head, steps)
        head, steps = HEAD.fullmatch(token), []
    if head:
        yield commit_from(head, steps)


def read_step(mark: str, tokens: Iterator[str]) -> Step:
    """Return the step of one raw line, whose paths are the tokens that follow it."""
    old_mode, new_mode, before, after, status = mark[1:].split(" ")
    source = next(tokens)
    file = next(tokens) if status[0] in "RC" else source
    return Step(source, file, plain_file(old_mode, before), plain_file(new_mode, after))


def plain_file(mode: str, content: str) -> str:
    """Return the id of a plain file's content; "" for nothing, a link or another repository."""
    return content if mode.startswith("100") else ""


def commit_from(head: re.Match[str], steps: list[Step]) -> Commit:
    """Return the commit of a head and the steps that followed it."""
    day = datetime.fromtimestamp(int(head["seconds"]), BEIJING).date()
    return Commit(head["id"], day, head["message"], tuple(steps))
