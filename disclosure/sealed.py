"""A folder below `.build/` in which results are kept, and the seal by which they are known as ours.

Whoever commits or copies a file into it cannot make it believed: it is signed with the bytes of the
seal and with the time at which the system made the seal here, which nobody can choose.

Machines that hand such folders on to each other share a secret instead: what is signed with it is
known as theirs wherever it lies.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from pathlib import Path

from msgspec import Struct

BUILD = ".build"
SEAL, IGNORE = "seal", ".gitignore"
SEAL_SIZE = 32
PLAIN = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Sealed(Struct, frozen=True):
    """The folder, and the key made of its seal or of a secret."""

    folder: Path
    key: bytes


def open_sealed(root: Path, name: str, secret: bytes = b"") -> Sealed | None:
    """Return the folder of a name, made where there is none; None where there can be none.

    Without a secret, what was kept on another machine is not ours.
    """
    try:
        folder = make_folder(root, name)
        if secret:
            return Sealed(folder, key_of(secret, name))
        key = read_seal(folder / SEAL)
        if key is None:
            (folder / SEAL).unlink(missing_ok=True)
            make_seal(folder / SEAL)
            key = read_seal(folder / SEAL)
    except OSError:
        return None
    return Sealed(folder, key) if key else None


def key_of(secret: bytes, name: str) -> bytes:
    """Return the key that a secret makes for the folder of a name; each has another."""
    return hashlib.blake2b(name.encode(), key=hashlib.blake2b(secret).digest()).digest()


def make_folder(root: Path, name: str) -> Path:
    """Return the folder; raise OSError where a link stands in its way."""
    folder = root
    for part in (BUILD, name):
        folder /= part
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
