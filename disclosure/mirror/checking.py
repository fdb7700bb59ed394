"""Holds what a mirror shows against what was signed: all bytes, or only that files are there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from disclosure.bundle.manifest import Line, read_manifest
from disclosure.bundle.parts import Part
from disclosure.bundle.subscription import Subscription
from disclosure.bundle.verify import Differences, verify
from disclosure.mirror.home import Home, Release
from disclosure.mirror.taking import MANIFEST


def lines_of(folder: Path) -> list[Line]:
    """Return the manifest of a version of a part."""
    path = folder.with_name(folder.name + MANIFEST)
    return list(read_manifest(path.read_bytes(), path.name))


def differences(home: Home, release: Release) -> Differences:
    """Return every file of a release that is not what was signed; reads all of them."""
    found = [
        verify(folder, lines_of(folder), Subscription({code: frozenset({Part(part)})}))
        for code, part, folder in folders_of(home, release)
    ]
    return Differences(
        tuple(path for one in found for path in one.added),
        tuple(path for one in found for path in one.missing),
        tuple(path for one in found for path in one.changed),
    )


def missing(home: Home, release: Release) -> Iterator[str]:
    """Yield files that are gone or have another size; looks at no bytes."""
    for _, _, folder in folders_of(home, release):
        for line in lines_of(folder):
            try:
                is_there = (folder / line.path).stat().st_size == line.size
            except OSError:
                is_there = False
            if not is_there:
                yield line.path


def folders_of(home: Home, release: Release) -> Iterator[tuple[str, str, Path]]:
    """Yield code, part and folder of all that a release shows."""
    for code, part, archives in release.parts:
        yield code, part, home.part(code, part, archives)
