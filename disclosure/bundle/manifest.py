"""The manifest of a part: every file of it, by path, with its size and its hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure.bundle.canonical import HASH, fits, from_canonical, is_size, to_canonical
from disclosure.bundle.names import LARGEST_FILE, unfit
from disclosure.bundle.refused import refusal


class Line(NamedTuple):
    """A file; `path` starts at the root of all sites."""

    path: str
    size: int
    sha256: str


def write_manifest(lines: Iterable[Line]) -> bytes:
    """Return the lines by path."""
    return b"".join(to_canonical(line._asdict()) for line in sorted(lines))


def read_manifest(data: bytes, name: str) -> Iterator[Line]:
    """Yield the lines of a manifest; refuse one in any other form or order."""
    last = ""
    for text in data.splitlines(keepends=True):
        value = from_canonical(text, name)
        match value:
            case {"path": str(path), "size": size, "sha256": sha256, **rest} if not rest:
                is_fine = unfit(path) is None and path > last
                is_fine = is_fine and is_size(size, LARGEST_FILE) and fits(sha256, HASH)
            case _:
                is_fine = False
        if not is_fine:
            raise refusal(name, "清单写法有误", "the manifest is not in its form")
        yield Line(path, size, sha256)
        last = path
