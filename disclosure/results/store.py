"""The folder `.build/check/`: one file of results, and the seal by which it is known to be ours.

Whoever commits or copies a file of results cannot make it believed: it is signed with the bytes of
the seal and with the time at which the system made the seal here, which nobody can choose. What is
damaged, of another making, or not to be read counts as nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import stat
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FOLDERS = (".build", "check")
RESULTS, SEAL, IGNORE, PART = "results", "seal", ".gitignore", ".part"
SEAL_SIZE = 32
LARGEST = 1 << 30  # bytes of a file of results that is read
PLAIN = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Store:
    """The folder, the key made of its seal, and the moment it was opened by its own clock (ns)."""

    folder: Path
    key: bytes
    opened: int

    def read(self, grounds: str) -> list[bytes]:
        """Return the lines that were kept on the same grounds; nothing where they are not ours."""
        try:
            data = read_plain(self.folder / RESULTS, LARGEST)
        except OSError:
            return []
        signature, _, body = data.partition(b"\n")
        if not hmac.compare_digest(signature, self.sign(body)):
            return []
        head, _, lines = body.partition(b"\n")
        return lines.splitlines() if head == grounds.encode() else []

    def write(self, grounds: str, lines: Iterable[bytes]) -> None:
        """Keep some lines in place of those before, all or none."""
        body = b"\n".join((grounds.encode(), *lines))
        for old in self.folder.glob("*" + PART):
            old.unlink(missing_ok=True)  # of a run that was stopped
        handle, name = tempfile.mkstemp(PART, dir=self.folder)
        with os.fdopen(handle, "wb") as file:
            file.write(self.sign(body) + b"\n" + body)
        Path(name).replace(self.folder / RESULTS)

    def sign(self, body: bytes) -> bytes:
        """Return the signature of some bytes."""
        return hashlib.blake2b(body, key=self.key).hexdigest().encode()


def open_store(root: Path) -> Store | None:
    """Return the store of a root, made where there is none; None where there can be none."""
    try:
        folder = make_folder(root)
        key = read_seal(folder / SEAL)
        if key is None:
            (folder / SEAL).unlink(missing_ok=True)
            make_seal(folder / SEAL)
            key = read_seal(folder / SEAL)
        with tempfile.TemporaryFile(dir=folder) as clock:
            clock.write(b"now")
            clock.flush()
            opened = os.fstat(clock.fileno()).st_mtime_ns
    except OSError:
        return None
    return Store(folder, key, opened) if key else None


def make_folder(root: Path) -> Path:
    """Return the folder of the store; raise OSError where a link stands in its way."""
    folder = root
    for name in FOLDERS:
        folder /= name
        folder.mkdir(exist_ok=True)
        if not stat.S_ISDIR(folder.lstat().st_mode):
            raise NotADirectoryError(str(folder))
    ignore = folder / IGNORE
    if not os.path.lexists(ignore):
        ignore.write_text("*\n", "utf-8")
    return folder


def make_seal(path: Path) -> None:
    """Write a new seal."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | PLAIN, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(SEAL_SIZE))


def read_seal(path: Path) -> bytes | None:
    """Return the key that a seal makes here, None where there is no seal of ours."""
    try:
        handle = os.open(path, os.O_RDONLY | PLAIN)
    except FileNotFoundError:
        return None
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        data = file.read(SEAL_SIZE + 1) if stat.S_ISREG(about.st_mode) else b""
    is_ours = len(data) == SEAL_SIZE and about.st_uid == os.geteuid() and not about.st_mode & 0o077
    place = f"{about.st_ino} {about.st_ctime_ns}".encode()
    return hashlib.blake2b(place, key=data).digest() if is_ours else None


def read_plain(path: Path, limit: int) -> bytes:
    """Return the bytes of a plain file of at most some size; raise OSError else."""
    with os.fdopen(os.open(path, os.O_RDONLY | PLAIN), "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode) or about.st_size > limit:
            raise OSError(f"{path}: not a plain file of ours")
        return file.read()
