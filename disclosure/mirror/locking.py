"""One update at a time: a lock that the system takes back when its holder dies."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class Busy(Exception):  # noqa: N818
    """Somebody else holds the lock."""


if sys.platform == "win32":
    import msvcrt

    def take(file: IO[bytes]) -> None:
        """Take the lock; raise OSError where it is taken."""
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def take(file: IO[bytes]) -> None:
        """Take the lock; raise OSError where it is taken."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file while the block runs; raise Busy where another process does."""
    with path.open("ab") as file:
        try:
            take(file)
        except OSError as error:
            raise Busy from error
        yield
