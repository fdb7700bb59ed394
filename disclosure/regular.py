"""Reads a file that must be a regular one: a pipe or a device would keep the reader for ever."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

CHUNK = 1 << 20


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
