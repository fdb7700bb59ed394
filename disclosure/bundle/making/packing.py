"""Packs one part of a site: archives, the files that lie beside them, and its manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.making.compress import LEVEL, SHARED_LEVEL, compress
from disclosure.bundle.making.cut import cut
from disclosure.bundle.making.folder import PART, BundleFolder
from disclosure.bundle.making.listing import Found, Listed
from disclosure.bundle.manifest import Line, write_manifest
from disclosure.bundle.pack import ALONE, blob_file, open_pack, read_contents
from disclosure.bundle.parts import COMMON, Part, has_below, is_alone
from disclosure.bundle.tar import Member, write_tar
from disclosure.bundle.version import Pack, Packed, manifest_file
from disclosure.problem import Code, DisclosureError

CHUNK = 1 << 20
CHANGED = Code(
    "bundle-file-changed",
    zh="{value} 在打包时有改动",
    en="{value} changed while it was packed",
    hint_zh="请等改动的程序结束后再打包一次",
    hint_en="pack again when whatever changes it has ended",
)


@dataclass(frozen=True, slots=True)
class Packer:
    """Packs what lies in `output`; `bundle` is None where only the hashes are wanted.

    A version names all parts of a site, those too that a bundle does not carry.
    """

    output: Path
    bundle: BundleFolder | None

    def pack(self, listed: Listed) -> Packed:
        """Return how a part is packed, and write what is not there yet."""
        packs: list[Pack] = []
        lines: list[Line] = []
        level = SHARED_LEVEL if is_shared(listed) else LEVEL
        for files in cut(listed.files):
            tar = write_tar(self.members_of(files))
            pack = Pack(hash_of(tar), len(tar), files[0].path if packs else "")
            lines += read_contents(tar, listed.site, listed.part, pack.file).lines
            packs.append(pack)
            self.put_pack(tar, pack, level)
        manifest = write_manifest(lines)
        digest = hash_of(manifest)
        if self.bundle:
            self.bundle.put(manifest_file(digest), manifest)
        return Packed(digest, len(lines), sum(line.size for line in lines), tuple(packs))

    def members_of(self, files: Sequence[Found]) -> list[Member]:
        """Return what the archive of some files holds."""
        alone = [file for file in files if is_alone(file.path, file.size)]
        others = [file for file in files if not is_alone(file.path, file.size)]
        members = [Member(file.path, self.read(file)) for file in others]
        if alone:
            members.insert(0, Member(ALONE, write_manifest(map(self.put_blob, alone))))
        return members

    def read(self, file: Found) -> bytes:
        """Return the bytes of a file; raise where they are not as many as were listed."""
        data = (self.output / file.path).read_bytes() if file.data is None else file.data
        if len(data) != file.size:
            raise changed(file)
        return data

    def put_pack(self, tar: bytes, pack: Pack, level: int) -> None:
        """Write a pack unless it is there; it is opened again before it counts."""
        if self.bundle and not self.bundle.has(pack.file):
            data = compress(tar, level)
            open_pack(data, pack)
            self.bundle.put(pack.file, data)

    def put_blob(self, file: Found) -> Line:
        """Copy a file that is carried alone; return its line."""
        source = self.output / file.path
        digest, size = measure(read_chunks(source))
        if self.bundle and not self.bundle.has(blob_file(digest)):
            part = self.bundle.reach(f"blobs/{hash_of(file.path.encode())}{PART}")
            with part.open("wb") as target:
                digest, size = measure(read_chunks(source), target.write)
            part.replace(self.bundle.reach(blob_file(digest)))
        if size != file.size:
            raise changed(file)
        return Line(file.path, size, digest)


def is_shared(listed: Listed) -> bool:
    """Tell whether every village below holds a part: the theme, and pages of the places above."""
    if listed.site == COMMON:
        return listed.part is Part.THEME
    return listed.part is Part.PAGES and has_below(listed.site)


def read_chunks(source: Path) -> Iterator[bytes]:
    """Yield the bytes of a file, a little at a time."""
    with source.open("rb") as file:
        while data := file.read(CHUNK):
            yield data


def measure(chunks: Iterable[bytes], write: Callable[[bytes], object] = len) -> tuple[str, int]:
    """Return the hash and the number of some bytes, handing them on."""
    found, size = hashlib.sha256(), 0
    for data in chunks:
        found.update(data)
        write(data)
        size += len(data)
    return found.hexdigest(), size


def changed(file: Found) -> DisclosureError:
    """Return that a file did not stay as it was listed."""
    return DisclosureError(CHANGED.at(file.path, value=file.path))
