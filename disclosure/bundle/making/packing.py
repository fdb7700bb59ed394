"""Packs one part of a site: archives, the files that lie beside them, and its manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.making.compress import FEW_LEVEL, LEVEL, SHARED_LEVEL, compress
from disclosure.bundle.making.cut import cut
from disclosure.bundle.making.folder import PART, BundleFolder
from disclosure.bundle.making.kept import NEVER_PACKED, KeptPart
from disclosure.bundle.making.listing import Found, Listed, tell
from disclosure.bundle.manifest import Line, read_manifest, write_manifest
from disclosure.bundle.pack import ALONE, blob_file, open_pack, read_contents
from disclosure.bundle.parts import COMMON, Part, has_below, is_alone
from disclosure.bundle.subscription import READ
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


class Former(NamedTuple):
    """How a part was packed: each pack by what was said of its files, the line of each file."""

    packs: Mapping[str, Pack]
    lines: Mapping[str, Line]


class Packer(Struct, frozen=True):
    """Packs what lies in `output`; `bundle` is None where only the hashes are wanted.

    A version names all parts of a site, those too that a bundle does not carry. `opened` is when
    what the system said before was opened, by the disk's clock, in ns.
    """

    output: Path
    bundle: BundleFolder | None
    opened: int = 0

    def pack(self, listed: Listed, before: KeptPart = NEVER_PACKED) -> KeptPart:
        """Return how a part is packed, and write what is not there yet.

        Packs whose files are as they were before are neither read nor made again.
        """
        packs: list[Pack] = []
        lines: list[Line] = []
        of_packs: list[str] = []
        former = self.former(before)
        for files in cut(listed.files):
            said = tell(files, self.opened)
            pack = former.packs.get(said)
            if pack:
                lines += (former.lines[file.path] for file in files)
            else:
                tar = write_tar(self.members_of(files))
                pack = Pack(hash_of(tar), len(tar))
                lines += read_contents(tar, listed.site, listed.part, pack.file).lines
                self.put_pack(tar, pack, level_of(listed))
            packs.append(replace(pack, first=files[0].path if packs else ""))
            of_packs.append(said)
        manifest = write_manifest(lines)
        digest = hash_of(manifest)
        if self.bundle:
            self.bundle.put(manifest_file(digest), manifest)
        size = sum(line.size for line in lines)
        packed = Packed(digest, len(lines), size, tuple(packs))
        return KeptPart(listed.said, packed, tuple(of_packs))

    def former(self, before: KeptPart) -> Former:
        """Return what stands of how a part was packed the last time."""
        name = manifest_file(before.packed.manifest)
        if not (any(before.of_packs) and self.bundle and self.bundle.has(name)):
            return Former({}, {})
        manifest = self.bundle.read(name)
        if hash_of(manifest) != before.packed.manifest:
            return Former({}, {})
        pairs = zip(before.of_packs, before.packed.packs, strict=True)
        return Former(
            {said: pack for said, pack in pairs if said and self.bundle.has(pack.file)},
            {line.path: line for line in read_manifest(manifest, name)},
        )

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


def level_of(listed: Listed) -> int:
    """Return how small a part is made: by how many villages fetch it, and how often it is made.

    All below hold the theme and the pages of the places above, few their indexes and tables.
    """
    if listed.site == COMMON:
        return SHARED_LEVEL if listed.part is Part.THEME else LEVEL
    if has_below(listed.site):
        return SHARED_LEVEL if listed.part in READ else FEW_LEVEL
    return LEVEL


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
