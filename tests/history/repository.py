"""A small git repository for tests: no hooks, no settings of the person who runs them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

AUTHOR = {
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(root: Path, *arguments: str, moment: str = "2026-11-01T12:00:00+08:00") -> str:
    """Run git in a folder, as of a moment; return what it prints."""
    env = {**os.environ, **AUTHOR, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=env, capture_output=True, check=True, text=True
    )
    return done.stdout


def commit(
    root: Path,
    files: dict[str, str],
    moment: str = "2026-11-01T12:00:00+08:00",
    message: str = "change",
) -> None:
    """Write some files and commit everything there is, removals too."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--initial-branch=main")
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message, moment=moment)
