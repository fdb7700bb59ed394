"""Packs one part of a site: archives, the files beside them, its manifest, its version."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.making.compress import compress
from disclosure.bundle.making.cut import cut
from disclosure.bundle.making.folder import PART, BundleFolder
from disclosure.bundle.making.listing import Found, Listed
from disclosure.bundle.manifest import Line, write_manifest
from disclosure.bundle.pack import ALONE, blob_file, open_pack, read_contents
from disclosure.bundle.parts import is_alone
from disclosure.bundle.tar import Member, write_tar
from disclosure.bundle.version import (
    Pack,
    Version,
    manifest_file,
    version_file,
    write_version,
)
from disclosure.problem import Code, DisclosureError

CHUNK = 1 << 20
CHANGED = Code(
    "bundle-file-changed",
    zh="{value} 在打包时有改动",
    en="{value} changed while it was packed",
    hint_zh="请等改动的程序结束后再打包一次",
    hint_en="pack again when whatever changes it has ended",
)


def pack_part(output: Path, bundle: BundleFolder, listed: Listed, known: Mapping[str, Pack]) -> str:
    """Write a part of a site into a bundle; return the hash of its version.

    `known` are packs made of the same archives, by the archive's hash.
    """
    packs: list[Pack] = []
    lines: list[Line] = []
    for files in cut(listed.files):
        first = files[0].path if packs else ""
        tar = write_tar(members_of(output, bundle, files))
        pack = put_pack(bundle, tar, first, known)
        packs.append(pack)
        lines += read_contents(tar, listed.site, listed.part, pack.file).lines
    manifest = write_manifest(lines)
    bundle.put(manifest_file(hash_of(manifest)), manifest)
    size = sum(line.size for line in lines)
    version = Version(listed.site, listed.part, len(lines), size, hash_of(manifest), tuple(packs))
    data = write_version(version)
    bundle.put(version_file(hash_of(data)), data)
    return hash_of(data)


def members_of(output: Path, bundle: BundleFolder, files: list[Found]) -> list[Member]:
    """Return what the archive of some files holds."""
    alone = [
        put_blob(output / file.path, bundle, file)
        for file in files
        if is_alone(file.path, file.size)
    ]
    members = [
        Member(file.path, read_found(output, file))
        for file in files
        if not is_alone(file.path, file.size)
    ]
    return [Member(ALONE, write_manifest(alone)), *members] if alone else members


def read_found(output: Path, file: Found) -> bytes:
    """Return the bytes of a file; raise where they are not as many as were listed."""
    data = (output / file.path).read_bytes() if file.data is None else file.data
    if len(data) != file.size:
        raise changed(file)
    return data


def put_pack(bundle: BundleFolder, tar: bytes, first: str, known: Mapping[str, Pack]) -> Pack:
    """Write the pack of an archive unless it is there; it is opened again before it counts."""
    digest = hash_of(tar)
    same = known.get(digest)
    if same and bundle.has(same.file):
        return Pack(same.tar, same.tar_size, same.pack, same.pack_size, first)
    data = compress(tar)
    pack = Pack(digest, len(tar), hash_of(data), len(data), first)
    open_pack(data, pack)
    bundle.put(pack.file, data)
    return pack


def put_blob(path: Path, bundle: BundleFolder, file: Found) -> Line:
    """Copy a file that is carried alone unless it is there; return its line."""
    found, size = hashlib.sha256(), 0
    part = bundle.reach(f"blobs/{hash_of(file.path.encode())}{PART}")
    with path.open("rb") as source, part.open("wb") as target:
        while data := source.read(CHUNK):
            found.update(data)
            target.write(data)
            size += len(data)
    if size != file.size:
        raise changed(file)
    part.replace(bundle.reach(blob_file(found.hexdigest())))
    return Line(file.path, size, found.hexdigest())


def changed(file: Found) -> DisclosureError:
    """Return that a file did not stay as it was listed."""
    return DisclosureError(CHANGED.at(file.path, value=file.path))
