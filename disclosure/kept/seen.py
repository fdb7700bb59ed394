"""A division's folder as it was seen, as a line of `.build/looks/`."""

from __future__ import annotations

import json
from dataclasses import dataclass

from disclosure.kept.said import Place

FOLDER = "looks"
CONTENT = "content"
FORM = "1"  # of what is kept; another number, and nothing that was kept before is read
COMMIT = "commit"  # stands where a code does in the line that names it


@dataclass(frozen=True, slots=True)
class Seen:
    """A place as it was seen; `said` is "" where what the system said may not be relied on."""

    place: Place
    said: str
    content: str


def write_seen(code: str, seen: Seen) -> bytes:
    """Return what was seen as one line."""
    folders, files = "\n".join(seen.place.folders), "\n".join(seen.place.files)
    return json.dumps([code, folders, files, seen.said, seen.content]).encode()


def read_seen(line: bytes) -> Seen:
    """Return what a line says was seen."""
    _, folders, files, said, content = json.loads(line)
    return Seen(Place(split(folders), split(files)), said, content)


def split(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
