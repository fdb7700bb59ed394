"""Holds what a mirror shows against what was signed: all bytes, or only that files are there.

What is signed are archives, and they are kept: each file is compared with its own in there. The
manifests beside the files were written here and prove nothing; they tell quickly what is gone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from disclosure.bundle.manifest import FORM, Line, read_manifest
from disclosure.bundle.pack import Contents, read_contents
from disclosure.bundle.parts import Part
from disclosure.bundle.refused import refusal
from disclosure.bundle.verify import Differences, files_below, size_and_hash
from disclosure.mirror.home import ARCHIVES, RELEASES, Home, Release
from disclosure.mirror.taking import MANIFEST, old_archive
from disclosure.mirror.vouching import vouched
from disclosure.problem import DisclosureError

KNOWS_LINKS = getattr(os, "O_NOFOLLOW", 0)
READING = os.O_RDONLY | KNOWS_LINKS | getattr(os, "O_BINARY", 0)


def lines_of(folder: Path) -> list[Line]:
    """Return the manifest of a version of a part; one with nothing in it was cut short."""
    path = folder.with_name(folder.name + MANIFEST)
    lines = list(read_manifest(path.read_bytes(), path.name))
    if not lines:
        raise refusal(path.name, "清单是空的", "the manifest is empty")
    return lines


def differences(home: Home, release: Release) -> Differences:
    """Return every file of a release that is not what was signed; reads all of them."""
    found = [differences_in(home, *one) for one in release.parts]
    record = () if is_signed(home, release) else (f"{RELEASES}/{release.number}.json",)
    return Differences(
        tuple(path for one in found for path in one.added),
        tuple(path for one in found for path in one.missing),
        (*record, *(path for one in found for path in one.changed)),
    )


def is_signed(home: Home, release: Release) -> bool:
    """Tell whether the archives that a release names are those of the signed lists."""
    try:
        signed = vouched(home, release) if release.parts else {}
    except (DisclosureError, OSError):
        return False
    return all(signed.get((code, part)) == list(some) for code, part, some in release.parts)


def differences_in(home: Home, code: str, part: str, archives: Sequence[str]) -> Differences:
    """Return how the files of a part differ from those in its archives, one of which is in memory.

    Where an archive is damaged that alone is told: there is nothing to compare the files with.
    """
    folder = home.part(code, part, archives)
    there, sizes, differing = set(files_below(folder)), dict[str, int](), list[str]()
    for sha256 in archives:
        tar = old_archive(home, sha256)
        if not tar:
            return Differences((), (), (f"{ARCHIVES}/{home.archive(sha256).name}",))
        contents = read_contents(tar, code, Part(part), sha256)
        sizes |= {path: len(data) for path, data in contents.files}
        sizes |= {line.path: line.size for line in contents.alone}
        differing += differing_in(folder, contents)
    if sizes_listed(folder) != sizes:
        differing.append(folder.name + MANIFEST)
    changed = [path for path in differing if path in there or path not in sizes]
    missing = sizes.keys() - there
    return Differences(
        tuple(sorted(there - sizes.keys())), tuple(sorted(missing)), tuple(sorted(changed))
    )


def differing_in(folder: Path, contents: Contents) -> Iterator[str]:
    """Yield the files of an archive that are not in a folder as they should be."""
    for path, data in contents.files:
        if not holds(f"{folder}/{path}", bytes(data)):
            yield path
    for line in contents.alone:
        file = folder / line.path
        if not file.exists() or size_and_hash(file) != (line.size, line.sha256):
            yield line.path


def holds(path: str, data: bytes) -> bool:
    """Tell whether a file has some bytes and no others; a link has none.

    Asked of tens of thousands of files, so the system is asked for nothing that is not needed.
    """
    try:
        handle = os.open(path, READING)
        try:
            is_same = os.read(handle, len(data) + 1) == data
        finally:
            os.close(handle)
    except OSError:  # it is not there, is a link, or is a folder
        return False
    return is_same and (KNOWS_LINKS > 0 or not Path(path).is_symlink())


def sizes_listed(folder: Path) -> dict[str, int] | None:
    """Return what the manifest of a part says, None where not all of it can be read."""
    try:
        data = folder.with_name(folder.name + MANIFEST).read_bytes()
    except OSError:
        return None
    lines = list(FORM.finditer(data))
    if sum(line.end() - line.start() for line in lines) != len(data):
        return None
    return {line["path"].decode("ascii"): int(line["size"]) for line in lines}


def missing(home: Home, release: Release) -> Iterator[str]:
    """Yield files that are gone or have another size; looks at no bytes."""
    for one in release.parts:
        yield from missing_in(home.part(*one))


def missing_in(folder: Path) -> Iterator[str]:
    """Yield what is missing of a version of a part."""
    try:
        lines = lines_of(folder)
    except (OSError, DisclosureError):
        yield folder.name + MANIFEST
        return
    for line in lines:
        try:
            size = os.stat(f"{folder}/{line.path}").st_size  # noqa: PTH116 - thousands of files
        except OSError:
            size = -1
        if size != line.size:
            yield line.path


def is_whole(home: Home, code: str, part: str, archives: Sequence[str], *, again: bool) -> bool:
    """Tell whether all files of a version of a part are there; `again` reads them, too."""
    if again:
        return not differences_in(home, code, part, archives)
    return next(missing_in(home.part(code, part, archives)), None) is None
