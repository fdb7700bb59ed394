"""What the system says of files and folders (`stat`): enough to know them again.

Every way of changing a file gives it, or the folder that names it, another time of change
(`ctime`), which no program can choose.
"""

from __future__ import annotations

import errno
import hashlib
import os
from operator import attrgetter
from pathlib import Path

from msgspec import Struct, json

SIZE = 16  # bytes of a digest
# The time of change comes first: `max` finds the newest.
said_of = attrgetter("st_ctime_ns", "st_ino", "st_size", "st_mode")


class Place(Struct, frozen=True):
    """The folders and files of a division, relative to its own folder, without those below it."""

    folders: tuple[str, ...]
    files: tuple[str, ...]


NOWHERE = Place((), ())


class Look(Struct, frozen=True):
    """What was seen of a place at a moment; `newest` is the latest time of change, in ns.

    `content` is the digest of all of it, `tables` of what places below look into.
    """

    said: str
    newest: int
    content: str
    tables: str


def measure(base: str, place: Place) -> tuple[str, int]:
    """Return a digest of what the system says of a place, and the newest time of change in it.

    Raises OSError where it is not what it was.
    """
    if place == NOWHERE:
        if os.path.lexists(base):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), base)
        return digest(b""), 0
    folder = os.open(base, os.O_RDONLY | os.O_DIRECTORY)  # from where the way to each is short
    try:
        names = (*place.folders, *place.files)
        said = [said_of(os.lstat(name, dir_fd=folder)) for name in names]
    finally:
        os.close(folder)
    return digest(json.encode(said)), max(said)[0]


def stands_at(path: str | Path) -> str:
    """Return what the system says of a file or a folder; "" where there is none."""
    try:
        return repr(said_of(os.lstat(path)))
    except OSError:
        return ""


def digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=SIZE).hexdigest()
