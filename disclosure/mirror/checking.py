"""Holds what a mirror shows against what was signed: all bytes, or only that files are there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from disclosure.bundle.manifest import Line, read_manifest
from disclosure.bundle.parts import Part
from disclosure.bundle.refused import refusal
from disclosure.bundle.subscription import Subscription
from disclosure.bundle.verify import Differences, verify
from disclosure.mirror.home import Home, Release
from disclosure.mirror.taking import MANIFEST
from disclosure.problem import DisclosureError


def lines_of(folder: Path) -> list[Line]:
    """Return the manifest of a version of a part; one with nothing in it was cut short."""
    path = folder.with_name(folder.name + MANIFEST)
    lines = list(read_manifest(path.read_bytes(), path.name))
    if not lines:
        raise refusal(path.name, "清单是空的", "the manifest is empty")
    return lines


def differences(home: Home, release: Release) -> Differences:
    """Return every file of a release that is not what was signed; reads all of them."""
    found = [differences_in(*one) for one in folders_of(home, release)]
    return Differences(
        tuple(path for one in found for path in one.added),
        tuple(path for one in found for path in one.missing),
        tuple(path for one in found for path in one.changed),
    )


def differences_in(code: str, part: str, folder: Path) -> Differences:
    """Return how the files of a version of a part differ, or that their manifest does."""
    manifest = folder.name + MANIFEST
    try:
        lines = lines_of(folder)
    except FileNotFoundError:
        return Differences((), (manifest,), ())
    except DisclosureError:
        return Differences((), (), (manifest,))
    return verify(folder, lines, Subscription({code: frozenset({Part(part)})}))


def missing(home: Home, release: Release) -> Iterator[str]:
    """Yield files that are gone or have another size; looks at no bytes."""
    for _, _, folder in folders_of(home, release):
        yield from missing_in(folder)


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


def is_whole(code: str, part: str, folder: Path, *, again: bool) -> bool:
    """Tell whether all files of a version of a part are there; `again` reads them, too."""
    if again:
        return not differences_in(code, part, folder)
    return next(missing_in(folder), None) is None


def folders_of(home: Home, release: Release) -> Iterator[tuple[str, str, Path]]:
    """Yield code, part and folder of all that a release shows."""
    for code, part, archives in release.parts:
        yield code, part, home.part(code, part, archives)
