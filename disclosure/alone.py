"""Holds a folder for one process at a time; the lock is the system's and ends with the process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from disclosure.problem import Code, DisclosureError


@contextmanager
def hold(folder: Path, busy: Code) -> Iterator[None]:
    """Hold a folder while a block runs; raise that it is busy where another process holds it."""
    import fcntl  # not on Windows, where nothing is built or packed

    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a disk that knows no locks
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise DisclosureError(busy.at("", value=str(folder))) from None
        yield
    finally:
        os.close(handle)
