"""A version of a part of a site: the hash of its manifest and the packs that carry it.

It follows from the files alone. Its own hash is what is signed, and its name.
"""

from __future__ import annotations

from dataclasses import dataclass

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
LARGEST_PACK = LARGEST + (1 << 20)  # what does not shrink grows a little
KEYS = ("tar", "tar_size", "pack", "pack_size", "first")


@dataclass(frozen=True, slots=True)
class Pack:
    """Files that follow each other; `first` is the path of the first, "" for the first pack.

    `tar` and `tar_size` are of the archive, `pack` and `pack_size` of it when compressed.
    """

    tar: str
    tar_size: int
    pack: str
    pack_size: int
    first: str = ""

    @property
    def file(self) -> str:
        """Where it lies in a bundle."""
        return f"packs/{self.pack}.tar.zst"


@dataclass(frozen=True, slots=True)
class Version:
    """A part of a site; `files` and `size` count those in no pack, too."""

    site: str
    part: Part
    files: int
    size: int
    manifest: str
    packs: tuple[Pack, ...]


def version_file(sha256: str) -> str:
    """Return where the version of a hash lies in a bundle."""
    return f"versions/{sha256}.json"


def manifest_file(sha256: str) -> str:
    """Return where the manifest of a hash lies in a bundle."""
    return f"manifests/{sha256}.jsonl"


def write_version(version: Version) -> bytes:
    """Return a version as it is signed."""
    packs = [{key: getattr(pack, key) for key in KEYS} for pack in version.packs]
    return to_canonical(
        {
            "format": FORMAT,
            "site": version.site,
            "part": version.part.value,
            "files": version.files,
            "size": version.size,
            "manifest": version.manifest,
            "packs": packs,
        }
    )


def read_version(data: bytes, name: str) -> Version:
    """Return the version some bytes hold; refuse what is not in its form."""
    match from_canonical(data, name):
        case {
            "format": 1,
            "site": site,
            "part": part,
            "files": files,
            "size": size,
            "manifest": manifest,
            "packs": [*packs],
            **rest,
        } if (
            not rest
            and fits(site, SITE)
            and part in {one.value for one in Part}
            and is_size(files, MOST_FILES)
            and is_size(size, MOST_BYTES)
            and fits(manifest, HASH)
        ):
            read = tuple(read_pack(pack, name) for pack in packs)
            return Version(site, Part(part), files, size, manifest, read)
    raise refusal(name, "版本记录写法有误", "the record of the version is not in its form")


def read_pack(value: object, name: str) -> Pack:
    """Return a pack as a version names it."""
    match value:
        case {
            "tar": tar,
            "tar_size": tar_size,
            "pack": pack,
            "pack_size": pack_size,
            "first": str(first),
            **rest,
        } if (
            not rest
            and fits(tar, HASH)
            and fits(pack, HASH)
            and is_size(tar_size, LARGEST)
            and is_size(pack_size, LARGEST_PACK)
        ):
            return Pack(tar, tar_size, pack, pack_size, first)
    raise refusal(name, "版本记录写法有误", "the record of the version is not in its form")
