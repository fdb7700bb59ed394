"""Results kept from one build to the next, in a folder that may be deleted at any time.

A result is believed where its key is the same and its seal is right; anything else counts as
nothing and is made again. Every result has a name of its own, so what replaces it also removes it.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from disclosure.regular import read_regular
from disclosure.search.script import to_plain_json

SIZE = 16  # bytes of a digest
PART = ".part"
BROKEN = (ValueError, RecursionError)


def digest_of(value: object) -> str:
    """Return the digest of a value that JSON can hold."""
    data = to_plain_json(value).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=SIZE).hexdigest()


@dataclass(frozen=True, slots=True)
class State:
    """The folder of results; `seal` is a secret, where there is one, that makes them ours."""

    folder: Path
    seal: bytes = b""

    def read(self, name: str, key: str) -> Any:  # what was kept: JSON
        """Return what was kept under a name for a key, None where there is nothing like it."""
        try:
            data = read_regular(self.folder / name)
        except OSError:
            return None
        head, _, body = data.partition(b"\n")
        if head != self.head(key, body):
            return None
        try:
            return json.loads(body.decode("utf-8", "surrogatepass"))
        except BROKEN:
            return None

    def write(self, name: str, key: str, value: object) -> None:
        """Keep a value, all of it or nothing; raise OSError where the disk refuses."""
        body = to_plain_json(value).encode("utf-8", "surrogatepass")
        self.write_bytes(name, self.head(key, body) + b"\n" + body)

    def write_bytes(self, name: str, data: bytes) -> None:
        """Put some bytes in the place of those before."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(PART, dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(part).replace(path)

    def forget(self, name: str) -> None:
        """Keep nothing under a name."""
        (self.folder / name).unlink(missing_ok=True)

    def names(self, folder: str) -> list[str]:
        """Return the names that are kept in a folder, with those of folders below it."""
        base = self.folder / folder
        found = (path for path in base.rglob("*") if not path.is_dir()) if base.is_dir() else ()
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    def head(self, key: str, body: bytes) -> bytes:
        """Return the line that seals a result."""
        sealed = hashlib.blake2b(key.encode() + b"\n" + body, digest_size=SIZE, key=self.seal)
        return sealed.hexdigest().encode()
