"""Opens a pack: its bytes, its archive and every name in it are held against the record first."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.frame import unpack_frame
from disclosure.bundle.manifest import Line, read_manifest
from disclosure.bundle.names import twins, unfit
from disclosure.bundle.parts import Part, part_of
from disclosure.bundle.refused import refusal
from disclosure.bundle.release import Weight
from disclosure.bundle.tar import Member, read_tar
from disclosure.bundle.version import Pack

ALONE = ".alone.jsonl"  # sorts before all others; names the files that are carried outside packs


class Contents(Struct, frozen=True):
    """What a pack carries: files, and the lines of those that lie beside it in `blobs/`."""

    files: tuple[Member, ...]
    alone: tuple[Line, ...]

    @property
    def lines(self) -> list[Line]:
        """The lines of the manifest for all of them, by path."""
        own = (Line(path, len(data), hash_of(data)) for path, data in self.files)
        return sorted((*own, *self.alone))


def blob_file(sha256: str) -> str:
    """Return where the file of a hash lies in a bundle."""
    return f"blobs/{sha256[:2]}/{sha256}"


def open_pack(data: bytes, pack: Pack) -> bytes:
    """Return the archive in the bytes of a pack."""
    return held_to(unpack_frame(data, pack.size, pack.file), pack)


def require_whole(data: bytes, weight: Weight) -> None:
    """Refuse bytes that are not those a release weighed.

    `open_pack` alone lets a flipped bit pass of which nothing comes through: zstd has a few.
    """
    if len(data) != weight.size or hash_of(data) != weight.sha256:
        raise refusal(Pack(weight.tar, 0).file, "内容残缺或被改动过", "it is damaged or altered")


def held_to(tar: bytes, pack: Pack) -> bytes:
    """Return an archive, however it was come by, that is the one a version names."""
    if hash_of(tar) != pack.tar:
        raise refusal(pack.file, "解压后与记录不符", "unpacked it is not what was recorded")
    return tar


def read_contents(tar: bytes, site: str, part: Part, name: str) -> Contents:
    """Return what an archive carries; refuse names outside its part of its site, or unfit ones."""
    files = list(read_tar(tar, name))
    alone: tuple[Line, ...] = ()
    if files and files[0].path == ALONE:
        alone = tuple(read_manifest(bytes(files.pop(0).data), name))
    paths = sorted([file.path for file in files] + [line.path for line in alone])
    for path in paths:
        reason = unfit(path)
        if reason:
            raise refusal(name, f"{path} 的{reason.zh}", f"{path}: {reason.en}")
        if part_of(path) != (site, part):
            raise refusal(name, f"{path} 不属于这个压缩包", f"{path} does not belong there")
    for one, other in twins(paths):
        raise refusal(
            name, f"{one} 与 {other} 只有大小写不同", f"{one} and {other} differ in case alone"
        )
    return Contents(tuple(files), alone)


def write_files(contents: Contents, folder: Path) -> None:
    """Write the files of a pack below a folder in which none of them is yet."""
    for path, data in contents.files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(data)
