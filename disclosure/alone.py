"""Holds a folder for one process at a time; the lock is the system's and ends with the process."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from disclosure.problem import Code, DisclosureError

LOCK = ".lock"  # the file that is locked where folders cannot be opened
HELD: set[int] = set()  # the handles of what this process holds


@contextmanager
def hold(folder: Path, busy: Code) -> Iterator[None]:
    """Hold a folder while a block runs; raise that it is busy where another process holds it."""
    handle = opened(folder)
    HELD.add(handle)
    try:
        with suppress(OSError):  # a disk that knows no locks
            try:
                take(handle)
            except (BlockingIOError, PermissionError):
                raise DisclosureError(busy.at("", value=str(folder))) from None
        yield
    finally:
        HELD.discard(handle)
        os.close(handle)


def let_go() -> None:
    """Hold nothing any more: a process that was forked would go on where its parent has ended."""
    while HELD:
        os.close(HELD.pop())


if sys.platform == "win32":
    import msvcrt

    def opened(folder: Path) -> int:
        """Return the handle of what is locked."""
        return os.open(folder / LOCK, os.O_RDWR | os.O_CREAT)

    def take(handle: int) -> None:
        """Take the lock; raise PermissionError where it is taken."""
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    os.register_at_fork(after_in_child=let_go)

    def opened(folder: Path) -> int:
        """Return the handle of what is locked."""
        return os.open(folder, os.O_RDONLY)

    def take(handle: int) -> None:
        """Take the lock; raise BlockingIOError where it is taken."""
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
