"""Results kept from one build to the next, in a folder that may be deleted at any time.

A result is believed where its key is the same and its seal is right; anything else counts as
nothing and is made again. Every result has a name of its own, so what replaces it also removes it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TypeVar

from msgspec import MsgspecError, Struct, json
from msgspec.json import Decoder

from disclosure.regular import read_regular
from disclosure.search.script import to_plain_json

SIZE = 16  # bytes of a digest
PART = ".part"
BROKEN = (MsgspecError, ValueError, RecursionError)
Kept = TypeVar("Kept")


def digest_of(value: object) -> str:
    """Return the digest of a value that JSON can hold."""
    data = to_plain_json(value).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=SIZE).hexdigest()


class State(Struct, frozen=True):
    """The folder of results; `seal` is a secret, where there is one, that makes them ours."""

    folder: Path
    seal: bytes = b""

    def read(self, name: str, key: str, decoder: Decoder[Kept]) -> Kept | None:
        """Return the value kept under a name for a key, None where there is nothing like it.

        What the decoder does not take counts as nothing.
        """
        data = self.read_bytes(name, key)
        try:
            return None if data is None else decoder.decode(data)
        except BROKEN:
            return None

    def write(self, name: str, key: str, value: object) -> None:
        """Keep a value, all of it or nothing; raise OSError where the disk refuses.

        A text with half a character (a lone surrogate) in it is not kept.
        """
        try:
            body = json.encode(value)
        except UnicodeEncodeError:
            self.forget(name)
            return
        self.write_bytes(name, key, body)

    def read_bytes(self, name: str, key: str) -> bytes | None:
        """Return the bytes kept under a name for a key, None where there is nothing like them."""
        try:
            data = read_regular(self.folder / name)
        except OSError:
            return None
        head, _, body = data.partition(b"\n")
        if head != self.head(key, body):
            return None
        return body

    def write_bytes(self, name: str, key: str, body: bytes) -> None:
        """Keep some bytes, all of them or nothing; raise OSError where the disk refuses."""
        with self.part_of(name) as file:
            file.write(self.head(key, body) + b"\n" + body)

    def write_lines(self, name: str, key: str, lines: Iterable[str]) -> Iterator[str]:
        """Keep lines, which may be more than fit into memory, and return them as kept.

        The seal comes last.
        """
        found = self.digest(key)
        with self.part_of(name) as file:
            for line in lines:
                data = line.encode("utf-8", "surrogatepass")
                found.update(data)
                file.write(data)
            file.write(found.hexdigest().encode())
        return lines_of(self.folder / name)

    def read_lines(self, name: str, key: str) -> Iterator[str] | None:
        """Return the lines kept under a name for a key, None where there are none like them."""
        path, found = self.folder / name, self.digest(key)
        try:
            with path.open("rb") as file:
                seal = b""
                for line in file:
                    if line.endswith(b"\n"):
                        found.update(line)
                    else:
                        seal = line
        except OSError:
            return None
        return lines_of(path) if seal == found.hexdigest().encode() else None

    @contextmanager
    def part_of(self, name: str) -> Iterator[IO[bytes]]:
        """Open a new file that takes the place of the one before when the block ends well."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(PART, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
            Path(part).replace(path)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise

    def move(self, name: str, other: str) -> None:
        """Keep what is kept under a name under another one, in place of what was there."""
        path = self.folder / other
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            (self.folder / name).replace(path)

    def forget(self, name: str) -> None:
        """Keep nothing under a name, be it of a folder."""
        path = self.folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def names(self, folder: str) -> list[str]:
        """Return the names of what is kept in a folder, those of folders in it among them."""
        base = self.folder / folder
        return sorted(os.listdir(base)) if base.is_dir() else []  # noqa: PTH208 - names: thousands

    def forget_all(self, beginning: str) -> None:
        """Keep nothing whose name begins so; it ends within the name of a file."""
        folder, _, start = beginning.rpartition("/")
        for name in self.names(folder):
            if name.startswith(start):
                self.forget(f"{folder}/{name}")

    def head(self, key: str, body: bytes) -> bytes:
        """Return the line that seals a result."""
        found = self.digest(key)
        found.update(body)
        return found.hexdigest().encode()

    def digest(self, key: str) -> hashlib.blake2b:
        """Return a digest that begins with a key."""
        return hashlib.blake2b(f"{key}\n".encode(), digest_size=SIZE, key=self.seal)


def lines_of(path: Path) -> Iterator[str]:
    """Yield the lines of a file that ends with a seal, without it."""
    with path.open("rb") as file:
        for line in file:
            if line.endswith(b"\n"):
                yield line.decode("utf-8", "surrogatepass")
