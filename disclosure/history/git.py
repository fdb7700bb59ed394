"""Asks git about the tree at a root; the only module that starts it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from disclosure.problem import Code, DisclosureError

GIT_FAILED = Code(
    "git-failed",
    zh="git 无法读取这个目录的历史：{value}",
    en="git cannot read the history here: {value}",
    hint_zh="请确认已安装 git，并且在克隆下来的仓库里运行；不看历史的检查请去掉 --changed-since",
    hint_en="install git and run inside a clone, or leave out --changed-since",
)


def ask_git(root: Path, *arguments: str) -> str:
    """Return what git prints; file names keep bytes that are no UTF-8 as surrogates.

    Raises where git is missing, the root is in no repository, or git refuses.
    """
    return os.fsdecode(ask_git_bytes(root, *arguments))


def ask_git_bytes(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return the bytes git prints; `given` is what it reads. Raises as `ask_git` does."""
    command = ["git", "-C", str(root), "--no-pager", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True, input=given)
    except FileNotFoundError:
        raise DisclosureError(GIT_FAILED.at("", value="没有安装 git")) from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise DisclosureError(GIT_FAILED.at("", value=said)) from None
    return done.stdout
