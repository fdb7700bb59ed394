"""The day of a build: that of the newest commit, without git that of the newest entry."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from disclosure.problem import DisclosureError
from disclosure.sites.as_of import default_day
from tests.sites.trees import copy_small


def git(root: Path, *words: str) -> None:
    """Run git in a folder, at a fixed moment."""
    moment = "2026-03-04T20:30:00+00:00"  # the 5th in Beijing
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words],
        cwd=root,
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", "GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment},
    )


def test_day_is_that_of_the_newest_commit_in_beijing(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "content")

    assert default_day(root) == date(2026, 3, 5)


def test_day_is_that_of_the_newest_entry_without_git(tmp_path: Path) -> None:
    root = copy_small(tmp_path)

    assert default_day(root) == date(2026, 11, 16)


def test_no_day_at_all_is_named(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    for entry in [*root.rglob("*.md"), *root.rglob("datapackage.yaml")]:
        entry.unlink()

    with pytest.raises(DisclosureError) as caught:
        default_day(root)

    assert [problem.code for problem in caught.value.problems] == ["build-day-unknown"]
