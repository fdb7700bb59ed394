"""Takes a version of a part: by what changed where that is offered, else whole; then unpacks it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import zstandard

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.delta import apply_delta, delta_file
from disclosure.bundle.frame import unpack_frame
from disclosure.bundle.joined import MOST, read_joined, state_of
from disclosure.bundle.manifest import Line, write_manifest
from disclosure.bundle.names import twins
from disclosure.bundle.pack import Contents, read_contents, write_files
from disclosure.bundle.parts import Part
from disclosure.bundle.refused import refusal
from disclosure.bundle.verify import size_and_hash
from disclosure.bundle.version import Pack
from disclosure.mirror.fetch import Fetcher, take_archive, take_blob
from disclosure.mirror.home import Home
from disclosure.mirror.problems import NO_ROOM
from disclosure.problem import DisclosureError
from disclosure.trust.pledge import Archive
from disclosure.whole import settle, write_whole

NEW, ASIDE, MANIFEST = ".new", ".aside", ".jsonl"
LEVEL = 3  # of archives kept here: quick, and they are only to be patched
MB = 1 << 20


class Start(NamedTuple):
    """The hash of an old archive, and what leads on from it where that is here already."""

    tar: str = ""
    delta: bytes = b""


def take_part(
    home: Home,
    fetcher: Fetcher,
    code: str,
    part: str,
    archives: Sequence[Archive],
    before: Sequence[str],
) -> None:
    """See that the files of a version of a part are there; `before` are the archives held so far.

    Files appear together or not at all, and one archive at a time is in memory.
    """
    folder = home.part(code, part, [archive.sha256 for archive in archives])
    new = folder.with_name(folder.name + NEW)
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    lines: list[Line] = []
    starts = starts_of(home, fetcher, [archive.sha256 for archive in archives], before)
    for archive, start in zip(archives, starts, strict=True):
        tar = tar_of(home, fetcher, archive, start)
        contents = read_contents(tar, code, Part(part), Pack(archive.sha256, archive.size).file)
        lines += contents.lines
        require_apart(lines, folder.name)
        require_room(home, len(tar) + sum(line.size for line in contents.alone))
        unpack(contents, new, home.part(code, part, before), fetcher)
        keep(home.archive(archive.sha256), tar)
    write_whole(folder.with_name(folder.name + MANIFEST), write_manifest(lines))
    put_in_place(new, folder)


def starts_of(
    home: Home, fetcher: Fetcher, tars: Sequence[str], before: Sequence[str]
) -> list[Start]:
    """Return from what each archive may be patched; several deltas come as one where offered."""
    starts = [Start(tar) for tar in (*before, *[""] * len(tars))][: len(tars)]
    new = [tar for tar in tars if not home.archive(tar).exists()]
    if before and len(new) > 1:
        name = delta_file(state_of(before), state_of(tars))
        with suppress(DisclosureError, IndexError):  # it only saves requests
            for piece in read_joined(fetcher.small(name, MOST) or b"", name):
                starts[piece.new] = Start(before[piece.old], piece.delta)
    return starts


def tar_of(home: Home, fetcher: Fetcher, archive: Archive, start: Start) -> bytes:
    """Return an archive: the one kept here, else patched from an old one, else from its pack."""
    pack = Pack(archive.sha256, archive.size)
    kept = old_archive(home, archive.sha256)
    if kept:
        return kept
    old = old_archive(home, start.tar)
    if old:
        with suppress(DisclosureError):  # a delta is a shorter way; the pack decides
            data = start.delta or fetcher.small(delta_file(start.tar, pack.tar), archive.packed)
            return apply_delta(data or b"", old, pack)
    return take_archive(fetcher, archive)


def old_archive(home: Home, sha256: str) -> bytes:
    """Return an archive that is kept here, b"" where it is not, or is no longer what it was."""
    try:
        data = home.archive(sha256).read_bytes() if sha256 else b""
        tar = unpack_frame(data, zstandard.frame_content_size(data), sha256) if data else b""
    except (OSError, zstandard.ZstdError, DisclosureError):
        return b""
    return tar if hash_of(tar) == sha256 else b""


def require_apart(lines: Sequence[Line], name: str) -> None:
    """Refuse files of several archives that one folder cannot hold."""
    for one, other in twins(line.path for line in lines):
        raise refusal(name, f"{one} 与 {other} 重名", f"{one} and {other} are of one name")
    if len({line.path for line in lines}) < len(lines):
        raise refusal(name, "同一个文件出现了两次", "it holds a file twice")


def unpack(contents: Contents, new: Path, before: Path, fetcher: Fetcher) -> None:
    """Write the files of an archive and those carried beside it."""
    write_files(contents, new)
    for line in contents.alone:
        (new / line.path).parent.mkdir(parents=True, exist_ok=True)
        put_alone(line, new, before, fetcher)


def keep(path: Path, tar: bytes) -> None:
    """Keep an archive, that the next may be patched from it and damaged files come from it."""
    path.parent.mkdir(exist_ok=True)
    write_whole(path, zstandard.compress(tar, LEVEL))


def put_in_place(new: Path, folder: Path) -> None:
    """Give a folder its name; a damaged one of that name steps aside and is swept away later."""
    if folder.exists():
        aside = folder.with_name(folder.name + ASIDE)
        shutil.rmtree(aside, ignore_errors=True)
        folder.rename(aside)
    new.rename(folder)
    settle(folder.parent)


def put_alone(line: Line, new: Path, before: Path, fetcher: Fetcher) -> None:
    """Put a large file in its place: from the version before, else from the source."""
    old = before / line.path
    if old.is_file() and size_and_hash(old) == (line.size, line.sha256):
        shutil.copyfile(old, new / line.path)
    else:
        take_blob(fetcher, line).replace(new / line.path)


def require_room(home: Home, size: int) -> None:
    """Raise where the disk has not twice the bytes that are to come, and a tenth more."""
    needed, free = size * 2 + size // 10, shutil.disk_usage(home.folder).free
    if needed > free:
        problem = NO_ROOM.at("", needed=-(-needed // MB), free=free // MB)
        raise DisclosureError(problem)
