"""A version of a site: for each of its parts the hash of the manifest and the packs that carry it.

It follows from the files alone, whatever compressed them. Its hash is what is signed, and its name.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from disclosure.bundle.canonical import (
    FORMAT,
    HASH,
    SITE,
    fits,
    from_canonical,
    is_size,
    to_canonical,
)
from disclosure.bundle.parts import Part
from disclosure.bundle.refused import refusal
from disclosure.bundle.tar import LARGEST

MOST_FILES = 1_000_000
MOST_BYTES = 1 << 40


class Pack(Struct, frozen=True):
    """Files that follow each other: the hash and the bytes of the archive they are in.

    `first` is the path of the first file, "" for the first pack of a part: so a pack is known
    again in the next version.
    """

    tar: str
    size: int
    first: str = ""

    @property
    def file(self) -> str:
        """Where it lies in a bundle, compressed."""
        return f"packs/{self.tar}.tar.zst"


class Packed(Struct, frozen=True):
    """A part of a site; `files` and `size` count those in no pack, too."""

    manifest: str
    files: int
    size: int
    packs: tuple[Pack, ...]


class Version(Struct, frozen=True):
    """A site with the parts that it has."""

    site: str
    parts: Mapping[Part, Packed]


def version_file(sha256: str) -> str:
    """Return where the version of a hash lies in a bundle."""
    return f"versions/{sha256}.json"


def manifest_file(sha256: str) -> str:
    """Return where the manifest of a hash lies in a bundle."""
    return f"manifests/{sha256}.jsonl"


def write_version(version: Version) -> bytes:
    """Return a version as it is signed."""
    parts = {part.value: packed_as_json(packed) for part, packed in version.parts.items()}
    return to_canonical({"format": FORMAT, "site": version.site, "parts": parts})


def packed_as_json(packed: Packed) -> list[object]:
    """Return a part as records hold it."""
    packs = [[pack.tar, pack.size, pack.first] for pack in packed.packs]
    return [packed.manifest, packed.files, packed.size, packs]


def read_version(data: bytes, name: str) -> Version:
    """Return the version some bytes hold; refuse what is not in its form."""
    match from_canonical(data, name):
        case {"format": 1, "site": site, "parts": {**parts}, **rest} if (
            not rest and fits(site, SITE) and parts.keys() <= {one.value for one in Part}
        ):
            read = {Part(part): read_packed(value, name) for part, value in parts.items()}
            return Version(site, read)
    raise odd(name)


def read_packed(value: object, name: str) -> Packed:
    """Return a part as a record names it."""
    match value:
        case [manifest, files, size, [*packs]]:
            if fits(manifest, HASH) and is_size(files, MOST_FILES) and is_size(size, MOST_BYTES):
                return Packed(manifest, files, size, tuple(read_pack(one, name) for one in packs))
    raise odd(name)


def read_pack(value: object, name: str) -> Pack:
    match value:
        case [tar, size, str(first)]:
            if fits(tar, HASH) and is_size(size, LARGEST):
                return Pack(tar, size, first)
    raise odd(name)


def odd(name: str) -> Exception:
    """Return that a record is not in its form."""
    return refusal(name, "版本记录写法有误", "the record of the version is not in its form")
