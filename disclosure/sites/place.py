"""Puts a finished folder or file in its place at once: an interruption leaves the old whole."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

STAGING = ".building"  # inside the output folder: the same disk, so that a rename is one step
BY = "@"  # between the name and whose work it is
OLD = "-old"
AT_CURRENT_FOLDER, RENAME_EXCHANGE = -100, 2  # of renameat2(2)


@contextmanager
def scratch_folder(output: Path, name: str) -> Iterator[Path]:
    """Yield an empty folder on the output's disk that is gone when the block ends."""
    staging = staged(output, name)
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


@contextmanager
def staged_folder(output: Path, name: str) -> Iterator[Path]:
    """Yield an empty folder; when the block ends well it becomes `output/name`, else it is gone."""
    with scratch_folder(output, name) as staging:
        yield staging
        swap(output, name)


def staged(output: Path, name: str) -> Path:
    """Return where this process puts together what becomes `output/name`.

    A worker of a cluster that was given up may still be at work on the same site.
    """
    return output / STAGING / f"{name}{BY}{os.uname().nodename}-{os.getpid()}"


def swap(output: Path, name: str) -> None:
    """Move the staged folder to its place; the one that stood there is deleted last."""
    target, finished = output / name, staged(output, name)
    if not os.path.lexists(target):
        finished.rename(target)
    elif not exchange(finished, target):
        swap_in_two_steps(output, name)
    # Whatever was exchanged now lies in the staging folder, which goes when its block ends.


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; return whether the system could (Linux can)."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return (
        rename is not None
        and rename(
            AT_CURRENT_FOLDER,
            os.fsencode(one),
            AT_CURRENT_FOLDER,
            os.fsencode(other),
            RENAME_EXCHANGE,
        )
        == 0
    )


def swap_in_two_steps(output: Path, name: str) -> None:
    """Move the old folder aside, then the new one in; `restore` mends what stopped in between."""
    target, finished = output / name, staged(output, name)
    old = finished.with_name(finished.name + OLD)
    target.rename(old)
    finished.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def restore(output: Path) -> None:
    """Put back what an interrupted swap had moved aside, and clear what was never finished."""
    staging = output / STAGING
    for old in sorted(staging.glob("*" + OLD)) if staging.is_dir() else ():
        target = output / old.name.partition(BY)[0]
        if not target.exists():
            old.rename(target)
    shutil.rmtree(staging, ignore_errors=True)


def write_file(output: Path, name: str, content: str) -> None:
    """Write a text file so that readers see the old one or the new one, never a part.

    One that holds this text is left as it is.
    """
    data = content.encode()
    with suppress(OSError):
        if (output / name).read_bytes() == data:
            return
    staged = output / STAGING / name
    staged.parent.mkdir(exist_ok=True)
    staged.write_bytes(data)
    staged.replace(output / name)
