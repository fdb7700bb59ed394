"""Holds a folder against the manifests of what it is to hold, file by file."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from disclosure.bundle.manifest import Line
from disclosure.bundle.parts import part_of
from disclosure.bundle.subscription import Subscription

CHUNK = 1 << 16  # files are small: a larger buffer costs more than it spares


class Differences(Struct, frozen=True):
    """Files that are there and should not be, that are not there, that are not what they were."""

    added: tuple[str, ...]
    missing: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.missing or self.changed)


def verify(folder: Path, lines: Iterable[Line], held: Subscription) -> Differences:
    """Return how a folder differs from the manifests of the parts that it holds.

    What lies in parts that it does not hold, such as pages that stand for others, is not looked at.
    """
    there = {path for path in files_below(folder) if held.holds(*part_of(path))}
    missing, changed = list[str](), list[str]()
    for line in lines:
        if line.path not in there:
            missing.append(line.path)
            continue
        there.discard(line.path)
        if size_and_hash(folder / line.path) != (line.size, line.sha256):
            changed.append(line.path)
    return Differences(tuple(sorted(there)), tuple(sorted(missing)), tuple(sorted(changed)))


def files_below(folder: Path) -> Iterator[str]:
    """Yield everything below a folder that is no folder, links too, with `/` between names."""
    start = len(str(folder)) + 1
    for base, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(base) / name).is_symlink()]
        for name in (*names, *links):
            yield f"{base}/{name}"[start:].replace(os.sep, "/")


def size_and_hash(path: Path) -> tuple[int, str]:
    """Return what a file is; a link is nothing."""
    if path.is_symlink():
        return -1, ""
    found, size = hashlib.sha256(), 0
    with path.open("rb", buffering=0) as file:
        while data := file.read(CHUNK):
            found.update(data)
            size += len(data)
    return size, found.hexdigest()
