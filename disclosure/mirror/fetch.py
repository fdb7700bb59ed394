"""Fetches files of a bundle into `staged/`: resumed where they broke off, read back before use."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from disclosure.bundle.manifest import Line
from disclosure.bundle.pack import blob_file, open_pack
from disclosure.bundle.refused import refusal
from disclosure.bundle.verify import size_and_hash
from disclosure.bundle.version import Pack
from disclosure.mirror.problems import FILE_DAMAGED, FILE_MISSING
from disclosure.mirror.source import RangeIgnoredError, Source
from disclosure.problem import DisclosureError
from disclosure.refusal import why_refused
from disclosure.trust.client import FIRST, SOURCE_UNREACHABLE
from disclosure.trust.pledge import Archive

LARGEST_ROOT = 1 << 19  # bytes
T = TypeVar("T")


class Fetcher(Struct):
    """A source, the folder to fetch into, and what was asked and received so far."""

    source: Source
    folder: Path
    requests: int = 0
    received: int = 0

    @property
    def name(self) -> str:
        """What people call the source."""
        return self.source.name

    def read(self, path: str, start: int = 0) -> Iterator[bytes]:
        """Yield a file, counting; raises as its source does."""
        self.requests += 1
        for chunk in self.source.read(path, start):
            self.received += len(chunk)
            yield chunk

    def small(self, path: str, limit: int, start: int = 0) -> bytes | None:
        """Return a file of at most `limit` bytes, None where there is none or it is larger.

        From a byte on, also where the source sends files from their beginning only.
        """
        found = bytearray()
        try:
            for chunk in self.told(path, start):
                found += chunk
                if len(found) > limit:
                    return None
        except FileNotFoundError:
            return None
        except RangeIgnoredError:
            data = self.small(path, start + limit)
            return data and data[start:]
        return bytes(found)

    def taken(self, path: str, size: int, use: Callable[[Path], T]) -> T:
        """Return what comes of a file of `size` bytes; `use` raises where it is not as signed.

        One that was gone on with may have begun wrongly, and is fetched anew.
        """
        is_gone_on_with = self.place(path).exists()
        staged = self.whole(path, size)
        try:
            return use(staged)
        except DisclosureError as error:
            staged.unlink()
            if is_gone_on_with:
                return self.taken(path, size, use)
            raise self.damaged(path) from error

    def place(self, path: str) -> Path:
        """Return where a file lies in `staged/`."""
        return self.folder / path.replace("/", "+")

    def whole(self, path: str, size: int) -> Path:
        """Return where a file of `size` bytes lies in `staged/`, going on from what is there."""
        self.folder.mkdir(exist_ok=True)
        staged = self.place(path)
        try:
            if length_of(staged) > size:
                staged.unlink()
            if length_of(staged) < size or not staged.exists():
                self.go_on(path, staged, size)
        except FileNotFoundError as error:
            problem = FILE_MISSING.at("", value=path, source=self.name)
            raise DisclosureError(problem) from error
        return staged

    def go_on(self, path: str, staged: Path, size: int) -> None:
        """Fetch what is missing of a file."""
        with staged.open("ab") as file:
            try:
                self.add(path, file.fileno(), length_of(staged), size)
            except RangeIgnoredError:
                file.truncate(0)
                self.add(path, file.fileno(), 0, size)
            os.fsync(file.fileno())
            forget_cached(file.fileno())
        if length_of(staged) != size:
            problem = SOURCE_UNREACHABLE.at("", value=self.name, reason="还没有读完就断了")
            raise DisclosureError(problem)

    def add(self, path: str, handle: int, start: int, size: int) -> None:
        """Append a file from a byte on; one that is longer than it should be is thrown away."""
        for chunk in self.told(path, start):
            start += len(chunk)
            if start > size:
                os.ftruncate(handle, 0)
                raise self.damaged(path)
            os.write(handle, chunk)

    def told(self, path: str, start: int = 0) -> Iterator[bytes]:
        """Yield a file, saying what a source refuses; other errors are this machine's own."""
        chunks = self.read(path, start)
        while True:
            try:
                chunk = next(chunks, None)
            except (FileNotFoundError, RangeIgnoredError):
                raise
            except OSError as error:
                problem = SOURCE_UNREACHABLE.at("", value=self.name, reason=why_refused(error))
                raise DisclosureError(problem) from error
            if chunk is None:
                return
            yield chunk

    def damaged(self, path: str) -> DisclosureError:
        """Return the refusal of a file."""
        return DisclosureError(FILE_DAMAGED.at("", value=path, source=self.name))


def take_archive(fetcher: Fetcher, archive: Archive) -> bytes:
    """Return an archive from its pack."""
    pack = Pack(archive.sha256, archive.size)
    return fetcher.taken(
        pack.file, archive.packed, lambda staged: open_pack(staged.read_bytes(), pack)
    )


def take_blob(fetcher: Fetcher, line: Line) -> Path:
    """Return where a file that is carried beside packs lies in `staged/`."""
    name = blob_file(line.sha256)
    return fetcher.taken(name, line.size, lambda staged: held_to(staged, line))


def held_to(staged: Path, line: Line) -> Path:
    """Return a file that is what a line says; refuse it else."""
    if size_and_hash(staged) != (line.size, line.sha256):
        raise refusal(staged.name, "内容与记录不符", "it is not what was recorded")
    return staged


def first_root(source: Source, folder: Path) -> bytes | None:
    """Return the first keys that a source begins with; `folder` is one to work in."""
    return Fetcher(source, folder).small(FIRST, LARGEST_ROOT)


def length_of(path: Path) -> int:
    """Return the bytes of a file, 0 where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def forget_cached(handle: int) -> None:
    """Ask the system to read from the disk next time, not from memory, where it can be asked."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
