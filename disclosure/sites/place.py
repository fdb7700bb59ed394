"""Puts a finished folder or file in its place at once: an interruption leaves the old whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STAGING = ".building"  # inside the output folder: the same disk, so that a rename is one step
OLD = "-old"


@contextmanager
def scratch_folder(output: Path, name: str) -> Iterator[Path]:
    """Yield an empty folder on the output's disk that is gone when the block ends."""
    staging = output / STAGING / name
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


def swap(output: Path, name: str) -> None:
    """Move the staged folder to its place; the one that stood there is deleted last."""
    target, old = output / name, output / STAGING / (name + OLD)
    if target.exists():
        target.rename(old)
    (output / STAGING / name).rename(target)
    shutil.rmtree(old, ignore_errors=True)


def restore(output: Path) -> None:
    """Put back what an interrupted swap had moved aside, and clear what was never finished."""
    staging = output / STAGING
    for old in sorted(staging.glob("*" + OLD)) if staging.is_dir() else ():
        target = output / old.name.removesuffix(OLD)
        if not target.exists():
            old.rename(target)
    shutil.rmtree(staging, ignore_errors=True)


def write_file(path: Path, content: str) -> None:
    """Write a text file so that readers see the old one or the new one, never a part."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(content, "utf-8", newline="\n")
    beside.replace(path)
