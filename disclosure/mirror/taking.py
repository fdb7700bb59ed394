"""Takes a version of a part: by what changed where that is offered, else whole; then unpacks it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import zstandard

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.delta import apply_delta, delta_file
from disclosure.bundle.manifest import Line, write_manifest
from disclosure.bundle.pack import Contents, blob_file, open_pack, read_contents, write_files
from disclosure.bundle.parts import Part
from disclosure.bundle.version import Pack
from disclosure.mirror.fetch import Fetcher, hash_of_file
from disclosure.mirror.home import Home
from disclosure.mirror.problems import NO_ROOM
from disclosure.problem import DisclosureError
from disclosure.trust.pledge import Archive
from disclosure.whole import settle, write_whole

NEW, MANIFEST = ".new", ".jsonl"
LEVEL = 3  # of archives kept here: quick, and they are only to be patched
MB = 1 << 20


def take_part(
    home: Home,
    fetcher: Fetcher,
    code: str,
    part: str,
    archives: Sequence[Archive],
    before: Sequence[str],
) -> None:
    """See that the files of a version of a part are there; `before` are the archives held so far.

    Files appear together or not at all.
    """
    hashes = [archive.sha256 for archive in archives]
    folder = home.part(code, part, hashes)
    if folder.is_dir():
        return
    tars = [
        tar_of(home, fetcher, archive, before[place] if place < len(before) else "")
        for place, archive in enumerate(archives)
    ]
    contents = [
        read_contents(tar, code, Part(part), Pack(archive.sha256, archive.size).file)
        for tar, archive in zip(tars, archives, strict=True)
    ]
    alone = [line for one in contents for line in one.alone]
    require_room(home, sum(line.size for line in alone) + sum(map(len, tars)))
    unpack(contents, folder, home.part(code, part, before), fetcher)
    for tar, archive in zip(tars, archives, strict=True):
        home.archive(archive.sha256).parent.mkdir(exist_ok=True)
        write_whole(home.archive(archive.sha256), zstandard.compress(tar, LEVEL))


def tar_of(home: Home, fetcher: Fetcher, archive: Archive, before: str) -> bytes:
    """Return an archive, patched from an old one or unpacked from its pack."""
    pack = Pack(archive.sha256, archive.size)
    old = old_archive(home, before)
    if old:
        with suppress(DisclosureError):  # a delta is a shorter way; the pack decides
            data = fetcher.small(delta_file(before, pack.tar), archive.packed)
            return apply_delta(data or b"", old, pack)
    staged = fetcher.whole(pack.file, archive.packed)
    try:
        return open_pack(staged.read_bytes(), pack)
    except DisclosureError as error:
        staged.unlink()
        raise fetcher.damaged(pack.file) from error


def old_archive(home: Home, sha256: str) -> bytes:
    """Return an archive that is kept here, b"" where it is not, or is no longer what it was."""
    try:
        data = home.archive(sha256).read_bytes() if sha256 else b""
        tar = zstandard.decompress(data) if data else b""
    except (OSError, zstandard.ZstdError):
        return b""
    return tar if hash_of(tar) == sha256 else b""


def unpack(contents: Sequence[Contents], folder: Path, before: Path, fetcher: Fetcher) -> None:
    """Write the files of a part and those carried beside it, then give the folder its name."""
    new = folder.with_name(folder.name + NEW)
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    for one in contents:
        write_files(one, new)
        for line in one.alone:
            (new / line.path).parent.mkdir(parents=True, exist_ok=True)
            put_alone(line, new, before, fetcher)
    lines = [line for one in contents for line in one.lines]
    write_whole(folder.with_name(folder.name + MANIFEST), write_manifest(lines))
    for base, _, _ in os.walk(new):
        settle(Path(base))
    new.rename(folder)
    settle(folder.parent)


def put_alone(line: Line, new: Path, before: Path, fetcher: Fetcher) -> None:
    """Put a large file in its place: from the version before, else from the source."""
    old = before / line.path
    if old.is_file() and hash_of_file(old) == line.sha256:
        shutil.copyfile(old, new / line.path)
        return
    name = blob_file(line.sha256)
    staged = fetcher.whole(name, line.size)
    if hash_of_file(staged) != line.sha256:
        staged.unlink()
        raise fetcher.damaged(name)
    staged.replace(new / line.path)


def require_room(home: Home, size: int) -> None:
    """Raise where the disk has not twice the bytes that are to come, and a tenth more."""
    needed, free = size * 2 + size // 10, shutil.disk_usage(home.folder).free
    if needed > free:
        problem = NO_ROOM.at("", needed=-(-needed // MB), free=free // MB)
        raise DisclosureError(problem)
