"""Writes a file whole or not at all, also where the power fails in between."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

PART = ".part"
READABLE = 0o644


def write_whole(path: Path, data: bytes) -> None:
    """Write a file: whoever opens it finds the old one or the new one; raise OSError."""
    handle, part = tempfile.mkstemp(PART, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        Path(part).chmod(READABLE)
        Path(part).replace(path)
    finally:
        Path(part).unlink(missing_ok=True)
    settle(path.parent)


def settle_all(folder: Path) -> None:
    """See that all files below a folder are on the disk; one by one takes minutes for thousands."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for base, _, names in os.walk(folder):
        for name in names:
            with (Path(base) / name).open("r+b") as file:
                os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """See that the names in a folder are on the disk, where the system can be asked to."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
