"""Removes from a bundle what no release names any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from disclosure.bundle.delta import delta_file
from disclosure.bundle.making.folder import BundleFolder
from disclosure.bundle.making.forgetting import Key, load_version
from disclosure.bundle.manifest import read_manifest
from disclosure.bundle.pack import blob_file
from disclosure.bundle.parts import is_alone
from disclosure.bundle.release import Current, head_file, list_file
from disclosure.bundle.version import Version, manifest_file, version_file

LISTS = 2  # releases whose lists stay: one may just be read


def prune(
    bundle: BundleFolder, before: Mapping[Key, Current], now: Mapping[Key, Current], number: int
) -> None:
    """Remove what the release before had and this one has not.

    Only lines that differ are looked into; `sweep` looks at everything.
    """
    keys = [key for key, line in before.items() if now.get(key) != line]
    dropped = set[str]()
    for key in keys:
        dropped |= files_of(bundle, before[key])
        dropped -= files_of(bundle, now[key]) if key in now else set()
    # A file that is carried alone may belong to other sites as well.
    alone = {name for name in dropped if name.startswith("blobs/")}
    if alone:
        dropped -= alone & blobs_of(bundle, now.values())
    for name in sorted(dropped):
        bundle.remove(name)
    bundle.remove(list_file(number - LISTS))


def sweep(bundle: BundleFolder, now: Mapping[Key, Current], number: int) -> None:
    """Remove all that a release does not name: what a run left that was stopped."""
    kept = {head_file(count) for count in range(1, number + 1)}
    kept |= {list_file(count) for count in range(max(1, number - LISTS + 1), number + 1)}
    for line in now.values():
        kept |= files_of(bundle, line)
    for name in sorted(bundle.all_files() - kept):
        bundle.remove(name)


def files_of(bundle: BundleFolder, line: Current) -> set[str]:
    """Return the files that a line of a release needs."""
    found = {delta_file(delta.old, delta.new) for delta in line.deltas}
    for sha256 in (line.version, *(one.version for one in line.earlier)):
        if bundle.has(version_file(sha256)):
            found.add(version_file(sha256))
            found |= set(files_of_version(bundle, load_version(bundle, sha256)))
    return found


def files_of_version(bundle: BundleFolder, version: Version) -> Iterator[str]:
    """Yield the packs, the manifest and the blobs of a version."""
    yield from (pack.file for pack in version.packs)
    yield manifest_file(version.manifest)
    yield from blobs_in(bundle, version.manifest)


def blobs_of(bundle: BundleFolder, lines: Iterable[Current]) -> set[str]:
    """Return the blobs that some lines need."""
    return {name for line in lines for name in files_of(bundle, line) if name.startswith("blobs/")}


def blobs_in(bundle: BundleFolder, manifest: str) -> Iterator[str]:
    """Yield the files that a manifest names and no pack carries."""
    name = manifest_file(manifest)
    if bundle.has(name):
        for line in read_manifest(bundle.read(name), name):
            if is_alone(line.path, line.size):
                yield blob_file(line.sha256)
