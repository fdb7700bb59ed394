"""What lies in a division's folder, by name and by content."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from disclosure.catalogue import Kind
from disclosure.entry import DESCRIPTOR
from disclosure.entry.tree import PARTS
from disclosure.kept.said import NOWHERE, SIZE, Place
from disclosure.leftovers import without_leftovers
from disclosure.rules.above import may_hold

CHUNK = 1 << 20
GUIDES, PACKAGES = f"{Kind.GUIDES.value}/", f"{Kind.DATA.value}/"
HERE = "."
AS_GIVEN = ("utf-8", "surrogateescape")  # names may hold bytes that are no UTF-8


class OddFileError(Exception):
    """Something lies here that is neither a plain file nor a folder: its results are not kept."""


class Content(NamedTuple):
    """Digests of the names and contents of a place: of all, and of what places below look into.

    That is its guides, and the packages that may hold a table they look up.
    """

    whole: str
    tables: str


def list_place(base: str) -> Place:
    """Return what lies in a division's folder; raise OddFileError where it is not plain.

    Where there is no such folder, nothing lies in it.
    """
    if not os.path.lexists(base):
        return NOWHERE
    folders, files = [HERE], list[str]()
    with os.scandir(base) as items:
        parts = sorted(item.name for item in items if item.name in PARTS)
    for part in parts:
        for name, is_folder in list_below(base, part):
            (folders if is_folder else files).append(name)
    if any("\n" in name for name in (*folders, *files)):
        raise OddFileError
    return Place(tuple(folders), tuple(files))


def list_below(base: str, folder: str) -> Iterator[tuple[str, bool]]:
    """Yield a folder and all it holds, by name, and whether each is a folder itself."""
    if os.path.islink(f"{base}/{folder}"):  # noqa: PTH114 - no Path objects: thousands are read
        raise OddFileError
    yield folder, True
    with os.scandir(f"{base}/{folder}") as found:
        items = without_leftovers(found)
    for item in items:
        name = f"{folder}/{item.name}"
        if item.is_dir(follow_symlinks=False):
            yield from list_below(base, name)
        elif item.is_file(follow_symlinks=False):
            yield name, False
        else:
            raise OddFileError


def content_of(base: str, place: Place) -> Content:
    """Return the digests of a place."""
    whole = hashlib.blake2b("\n".join(place.folders).encode(*AS_GIVEN), digest_size=SIZE)
    tables = hashlib.blake2b(digest_size=SIZE)
    for part, names in groupby(place.files, key=part_of):
        files = [(name, read_or_digest(f"{base}/{name}")) for name in names]
        told = b"".join(
            f"\n{name}\n{len(content)}\n".encode(*AS_GIVEN) + content for name, content in files
        )
        whole.update(told)
        if part.startswith(GUIDES) or may_hold(dict(files).get(f"{part}/{DESCRIPTOR}", b"")):
            tables.update(told)
    return Content(whole.hexdigest(), tables.hexdigest())


def part_of(name: str) -> str:
    """Return the folder of the package that a file belongs to; any other file is its own part."""
    is_packed = name.startswith(PACKAGES) and name.count("/") > 1
    return "/".join(name.split("/", 2)[:2]) if is_packed else name


def read_or_digest(path: str) -> bytes:
    """Return what a file holds; of a large one, its length and digest."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        data = os.read(handle, CHUNK)
        if len(data) < CHUNK:  # nearly every file; a plain one is read as far as there is room
            return data
        found, size = hashlib.blake2b(data, digest_size=SIZE), len(data)
        while data := os.read(handle, CHUNK):
            found.update(data)
            size += len(data)
        return f"{size} {found.hexdigest()}".encode()
    finally:
        os.close(handle)
