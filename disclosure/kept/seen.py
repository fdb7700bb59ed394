"""A division's folder as it was seen, as a line of `.build/looks/`."""

from __future__ import annotations

import json

from msgspec import Struct
from msgspec.json import Decoder

from disclosure.kept.said import Look, Place
from disclosure.kept.store import BETWEEN

FOLDER = "looks"
CONTENT = "content"
FORM = "3"  # of what is kept; another number, and nothing that was kept before is read
COMMIT = "commit"  # stands where a code does in the line that names it

HEAD = Decoder(tuple[str, str, str, str])  # code, said, content, tables


class Seen(Struct, frozen=True):
    """A place as it was seen; `said` is "" where what the system said may not be relied on."""

    place: Place
    said: str
    content: str
    tables: str


def write_seen(code: str, seen: Seen) -> bytes:
    """Return what was seen as one line, the names apart: they are not always asked for."""
    folders, files = "\n".join(seen.place.folders), "\n".join(seen.place.files)
    parts = ([code, seen.said, seen.content, seen.tables], [folders, files])
    return BETWEEN.join(json.dumps(some).encode() for some in parts)


def read_look(line: bytes) -> Look:
    """Return what a line says was seen, without the names."""
    _, said, content, tables = HEAD.decode(line.partition(BETWEEN)[0])
    return Look(said, 0, content, tables)


def read_seen(line: bytes) -> Seen:
    """Return what a line says was seen."""
    head, _, names = line.partition(BETWEEN)
    _, said, content, tables = HEAD.decode(head)
    folders, files = json.loads(names)
    return Seen(Place(split(folders), split(files)), said, content, tables)


def split(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
