"""A file of lines in a folder below `.build/`, signed with the folder's key.

What is damaged, of another making, or not to be read counts as nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from disclosure.sealed import PLAIN, open_sealed

KEPT, PART = "kept", ".part"
LARGEST = 1 << 30  # bytes of a file that is read


class Store(Struct, frozen=True):
    """The folder, the key it is signed with, and the moment it was opened by its own clock (ns)."""

    folder: Path
    key: bytes
    opened: int
    file: str = KEPT

    def read(self, grounds: str) -> list[bytes]:
        """Return the lines that were kept on the same grounds; nothing where they are not ours."""
        return self.read_signed(grounds)[1]

    def read_signed(self, grounds: str) -> tuple[bytes, list[bytes]]:
        """Return those lines and the signature, which no others have; b"" where there are none."""
        try:
            data = read_plain(self.folder / self.file, LARGEST)
        except OSError:
            return b"", []
        first, *rest = data.splitlines() or [b""]  # megabytes, which are copied this once
        body = memoryview(data)[len(first) + 1 :]
        is_ours = hmac.compare_digest(first, self.sign(body))
        return (first, rest[1:]) if is_ours and rest[:1] == [grounds.encode()] else (b"", [])

    def write(self, grounds: str, lines: Iterable[bytes]) -> bytes:
        """Keep some lines in place of those before, all or none; return their signature."""
        body = b"\n".join((grounds.encode(), *lines))
        signature = self.sign(body)
        for old in self.folder.glob("*" + PART):
            old.unlink(missing_ok=True)  # of a run that was stopped
        handle, name = tempfile.mkstemp(PART, dir=self.folder)
        with os.fdopen(handle, "wb") as file:
            file.writelines((signature, b"\n", body))
        Path(name).replace(self.folder / self.file)
        return signature

    def sign(self, body: bytes | memoryview) -> bytes:
        """Return the signature of some bytes."""
        return hashlib.blake2b(body, key=self.key).hexdigest().encode()


def open_store(root: Path, name: str, secret: bytes = b"") -> Store | None:
    """Return the store of a name, made where there is none; None where there can be none."""
    sealed = open_sealed(root, name, secret)
    if sealed is None:
        return None
    try:
        with tempfile.TemporaryFile(dir=sealed.folder) as clock:
            clock.write(b"now")
            clock.flush()
            opened = os.fstat(clock.fileno()).st_mtime_ns
    except OSError:
        return None
    return Store(sealed.folder, sealed.key, opened)


def read_plain(path: Path, limit: int) -> bytes:
    """Return the bytes of a plain file of at most some size; raise OSError else."""
    with os.fdopen(os.open(path, os.O_RDONLY | PLAIN), "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode) or about.st_size > limit:
            raise OSError(f"{path}: not a plain file of ours")
        return file.read()


def code_of(line: bytes) -> str:
    """Return what a line, a list in JSON, begins with: the code of the division it is about."""
    return line[2 : line.index(b'"', 2)].decode()
