"""Reads a file that must be a regular one: a pipe or a device would keep the reader for ever."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

CHUNK = 1 << 20
PLAIN = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK


def read_regular(path: str | Path) -> bytes:
    """Return the bytes of a regular file, or of the one a link leads to; raise OSError else."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        data = os.read(handle, about.st_size + 1)
        if len(data) == about.st_size:  # nearly every file: one that grows is read to its end
            return data
        parts = [data]
        while parts[-1]:
            parts.append(os.read(handle, CHUNK))
        return b"".join(parts)
    finally:
        os.close(handle)


def holds(path: str, data: bytes) -> bool:
    """Tell whether a plain file, and no link to one, holds some data and nothing else."""
    try:
        handle = os.open(path, PLAIN)
    except OSError:
        return False
    try:
        size = len(data)
        return os.fstat(handle).st_size == size and os.read(handle, size + 1) == data
    except OSError:
        return False
    finally:
        os.close(handle)
