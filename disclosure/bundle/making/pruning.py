"""Removes from a bundle what no release names any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from disclosure.bundle.delta import delta_file
from disclosure.bundle.making.folder import BundleFolder
from disclosure.bundle.making.forgetting import load_version
from disclosure.bundle.manifest import read_manifest
from disclosure.bundle.pack import blob_file
from disclosure.bundle.parts import Part, is_alone
from disclosure.bundle.release import Current, head_file, list_file
from disclosure.bundle.version import Packed, manifest_file, version_file

LISTS = 2  # releases whose lists stay: one may just be read


def prune(
    bundle: BundleFolder, before: Mapping[str, Current], now: Mapping[str, Current], number: int
) -> None:
    """Remove what the release before had and this one has not.

    Only lines that differ are looked into; `sweep` looks at everything.
    """
    dropped: set[str] = set()
    for site, line in before.items():
        if now.get(site) != line:
            dropped |= files_of(bundle, line, {})
            dropped -= files_of(bundle, now[site], now[site].oldest) if site in now else set()
    # A file that is carried alone may belong to other sites as well.
    alone = {name for name in dropped if name.startswith("blobs/")}
    if alone:
        dropped -= alone & needed(bundle, now.values())
    for name in sorted(dropped):
        bundle.remove(name)
    bundle.remove(list_file(number - LISTS))


def sweep(bundle: BundleFolder, now: Mapping[str, Current], number: int) -> None:
    """Remove all that a release does not name: what a run left that was stopped."""
    kept = {head_file(count) for count in range(1, number + 1)}
    kept |= {list_file(count) for count in range(max(1, number - LISTS + 1), number + 1)}
    kept |= needed(bundle, now.values())
    for name in sorted(bundle.all_files() - kept):
        bundle.remove(name)


def needed(bundle: BundleFolder, lines: Iterable[Current]) -> set[str]:
    """Return the files that some lines of a release need."""
    return {name for line in lines for name in files_of(bundle, line, line.oldest)}


def files_of(bundle: BundleFolder, line: Current, oldest: Mapping[Part, int]) -> set[str]:
    """Return the files of a line's versions, of each part none before the oldest that may be."""
    found = {delta_file(delta.old, delta.new) for delta in line.deltas}
    versions = [(line.number, line.version)]
    versions += [(one.number, one.version) for one in line.earlier]
    for number, sha256 in versions:
        name = version_file(sha256)
        if bundle.has(name):
            found.add(name)
            for part, packed in load_version(bundle, sha256).parts.items():
                if oldest.get(part, 0) <= number:
                    found |= set(files_of_part(bundle, packed))
    return found


def files_of_part(bundle: BundleFolder, packed: Packed) -> Iterator[str]:
    """Yield the packs and the manifest of a part, and the files that no pack carries."""
    name = manifest_file(packed.manifest)
    if bundle.has(name):
        yield name
        yield from (pack.file for pack in packed.packs)
        for line in read_manifest(bundle.read(name), name):
            if is_alone(line.path, line.size):
                yield blob_file(line.sha256)
