"""Canonical tar: sorted names, one owner, one mode, no times, nothing but plain files.

Such an archive follows from the names and bytes in it, and every other form is refused: a reader
makes each header itself and compares. So there are no links, devices or odd rights to look for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure.bundle.refused import refusal

BLOCK = 512
NAME = 100  # bytes of the field that holds the end of a path
LARGEST = 16 << 20  # bytes of an archive: whoever patches one holds two in memory
MOST = 16_384  # files in an archive
END = bytes(2 * BLOCK)
BLANK_SUM = b" " * 8


class Member(NamedTuple):
    """A file in an archive."""

    path: str
    data: bytes | memoryview


def room_of(size: int) -> int:
    """Return the bytes a file of some size takes in an archive, its header with it."""
    return BLOCK + -(-size // BLOCK) * BLOCK


def write_tar(members: Iterable[Member]) -> bytes:
    """Return the archive of some files, which come by path."""
    blocks: list[bytes | memoryview] = []
    for path, data in members:
        blocks += header(path, len(data)), data, bytes(-len(data) % BLOCK)
    return b"".join((*blocks, END))


def header(path: str, size: int) -> bytes:
    """Return the block before a file; its path fits by the rule of `names`."""
    name = path.encode("ascii")
    cut = name.index(b"/", len(name) - NAME - 1) if len(name) > NAME else -1
    prefix, name = name[: max(cut, 0)], name[cut + 1 :]
    fields = [field.ljust(width, b"\0") for field, width in ((name, NAME), (prefix, 155))]
    blank = fill(fields, size, BLANK_SUM)
    return fill(fields, size, b"%06o\0 " % sum(blank))


def fill(fields: list[bytes], size: int, checksum: bytes) -> bytes:
    """Return a header of padded name and prefix."""
    name, prefix = fields
    owner = b"0000644\0" + b"0000000\0" * 2
    about = owner + b"%011o\0" % size + b"%011o\0" % 0 + checksum + b"0" + bytes(NAME)
    devices = b"ustar\x0000" + bytes(64) + b"0000000\0" * 2
    return (name + about + devices + prefix).ljust(BLOCK, b"\0")


def read_tar(data: bytes, name: str) -> Iterator[Member]:
    """Yield the files of an archive by path; refuse it where it is not canonical.

    `name` says which archive it is. The paths are still to be held against the rules.
    """
    view, place, last, count = memoryview(data), 0, "", 0
    while data[place : place + BLOCK].strip(b"\0"):
        path, size = read_header(data[place : place + BLOCK], name)
        start, place = place + BLOCK, place + room_of(size)
        count += 1
        is_padded = not data[start + size : place].strip(b"\0")
        if path <= last or place > len(data) or not is_padded or count > MOST:
            raise odd(name)
        yield Member(path, view[start : start + size])
        last = path
    if data[place:] != END:
        raise odd(name)


def read_header(block: bytes, name: str) -> tuple[str, int]:
    """Return the path and the size a header names; refuse one that we would write otherwise."""
    try:
        end = block[:NAME].rstrip(b"\0").decode("ascii")
        prefix = block[345:500].rstrip(b"\0").decode("ascii")
        size = int(block[124:135], 8)
        path = f"{prefix}/{end}" if prefix else end
        is_ours = header(path, size) == block
    except ValueError:
        is_ours = False
    if not is_ours:
        raise odd(name)
    return path, size


def odd(name: str) -> Exception:
    """Return that an archive is none of ours."""
    zh = "压缩包里有不是普通文件的东西，或者写法不合规定"
    return refusal(name, zh, "its archive holds more than plain files, or is not in the one form")
