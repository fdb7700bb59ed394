"""The manifest of a part: every file of it, by path, with its size and its hash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure.bundle.canonical import to_canonical
from disclosure.bundle.names import LARGEST_FILE, unfit
from disclosure.bundle.refused import refusal

# The one form of `to_canonical`, read at once: a manifest has tens of thousands of such lines.
FORM = re.compile(
    rb'\{"path":"(?P<path>[A-Za-z0-9._/-]+)","sha256":"(?P<sha256>[0-9a-f]{64})",'
    rb'"size":(?P<size>0|[1-9][0-9]{0,9})\}\n'
)


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
    last, place = "", 0
    while place < len(data):
        found = FORM.match(data, place)
        if found is None:
            raise odd(name)
        path, size = found["path"].decode("ascii"), int(found["size"])
        if unfit(path) or path <= last or size > LARGEST_FILE:
            raise odd(name)
        yield Line(path, size, found["sha256"].decode("ascii"))
        last, place = path, found.end()


def odd(name: str) -> Exception:
    """Return that a manifest is none of ours."""
    return refusal(name, "清单写法有误", "the manifest is not in its form")
