"""A division's folder as it was seen, as lines of `.build/looks/`: what it holds, and its names.

The names lie in a file of their own, and with the rest lies the digest of them. Where git says what
has changed, nobody asks for them.
"""

from __future__ import annotations

import json

from msgspec.json import Decoder, encode
from msgspec.structs import replace

from disclosure.kept.said import Look, Place, digest
from disclosure.kept.store import Store

FOLDER = "looks"
FORM = "4"  # of what is kept; another number, and nothing that was kept before is read
COMMIT = "commit"  # stands where a code does in the line that names it

HEAD = Decoder(tuple[str, str, str, str, str])  # code, said, content, tables, names


def names_in(store: Store) -> Store:
    """Return where the names lie that belong to what a store says of folders."""
    return replace(store, file="names")


def write_look(code: str, look: Look, names: bytes, *, is_reliable: bool) -> bytes:
    """Return what was seen as one line; where it may change unseen, without what was said.

    `names` is the line of its names.
    """
    said = look.said if is_reliable else ""
    return encode((code, said, look.content, look.tables, digest(names)))


def read_look(line: bytes) -> Look:
    """Return what a line says was seen."""
    _, said, content, tables, _ = HEAD.decode(line)
    return Look(said, 0, content, tables)


def is_of(names: bytes, line: bytes) -> bool:
    """Tell whether a line of names belongs to what was seen."""
    return HEAD.decode(line)[-1] == digest(names)


def write_place(code: str, place: Place) -> bytes:
    """Return the names of a folder as one line; they may hold bytes that are no UTF-8."""
    folders, files = "\n".join(place.folders), "\n".join(place.files)
    return json.dumps([code, folders, files]).encode()


def read_place(line: bytes) -> Place:
    """Return the names of a folder."""
    _, folders, files = json.loads(line)
    return Place(split(folders), split(files))


def split(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
