"""Cuts a part into packs of bounded size so that a change moves no border but its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from disclosure.bundle.making.listing import Found
from disclosure.bundle.parts import is_alone
from disclosure.bundle.tar import LARGEST, room_of

LEAST = 4 << 20  # bytes of a pack before a border is looked for: most sites are one pack
OFTEN = 16  # one path in so many is a border
MOST = 8192  # files of a pack
LINE = 300  # bytes of the line of a file that is carried alone, at most
HEAD = 4096  # bytes kept free for the list of those, and the end


def cut(files: Iterable[Found]) -> Iterator[list[Found]]:
    """Yield the files of each pack, by path."""
    pack: list[Found] = []
    size = HEAD
    for file in files:
        room = LINE if is_alone(file.path, file.size) else room_of(file.size)
        if pack and (size + room > LARGEST or len(pack) == MOST):
            yield pack
            pack, size = [], HEAD
        pack.append(file)
        size += room
        if size >= LEAST and is_border(file.path):
            yield pack
            pack, size = [], HEAD
    if pack:
        yield pack


def is_border(path: str) -> bool:
    """Tell whether a pack may end with a file: its name decides, not what comes before it."""
    return hashlib.blake2b(path.encode(), digest_size=1).digest()[0] % OFTEN == 0
