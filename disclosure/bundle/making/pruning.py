"""Removes from a bundle what no release names any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from disclosure.bundle.delta import delta_file
from disclosure.bundle.making.folder import BundleFolder
from disclosure.bundle.making.forgetting import load_version
from disclosure.bundle.manifest import read_manifest
from disclosure.bundle.pack import blob_file
from disclosure.bundle.parts import is_alone
from disclosure.bundle.release import Current, head_file, list_file
from disclosure.bundle.subscription import Subscription
from disclosure.bundle.version import Packed, manifest_file, version_file

BLOBS = "blobs/"
LISTS = 2  # releases whose lists stay: one may just be read


def prune(
    bundle: BundleFolder,
    before: Mapping[str, Current],
    now: Mapping[str, Current],
    held: Subscription,
    number: int,
) -> None:
    """Remove what the release before had and this one has not.

    Only lines that differ are looked into; `sweep` looks at everything.
    """
    dropped: set[str] = set()
    for site, line in before.items():
        if now.get(site) != line:
            old = named_by(bundle, replace(line, oldest={}))
            new = named_by(bundle, now[site], held) if site in now else Named()
            dropped |= dropped_from(bundle, old, new)
    # A file that is carried alone may belong to other sites as well.
    alone = {name for name in dropped if name.startswith(BLOBS)}
    if alone:
        dropped -= alone & needed(bundle, now.values(), held)
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


class Named(Struct, frozen=True):
    """What lines of a release name: deltas and versions by their files, and parts as packed."""

    records: frozenset[str] = frozenset()
    parts: frozenset[Packed] = frozenset()


def named_by(bundle: BundleFolder, line: Current, held: Subscription | None = None) -> Named:
    """Return what a line of a release names; without `held`, with all parts."""
    records = {delta_file(delta.old, delta.new) for delta in line.deltas}
    parts: set[Packed] = set()
    for number, sha256 in versions_of(bundle, line):
        records.add(version_file(sha256))
        for part, packed in load_version(bundle, sha256).parts.items():
            is_held = held is None or held.holds(line.site, part)
            if is_held and line.oldest.get(part, 0) <= number:
                parts.add(packed)
    return Named(frozenset(records), frozenset(parts))


def dropped_from(bundle: BundleFolder, old: Named, new: Named) -> set[str]:
    """Return the files of one line that another, which follows it, does not need.

    Manifests are read of those parts only that are gone, and of the others where a gone one had
    files that are carried alone.
    """
    names = set(old.records - new.records)
    for packed in old.parts - new.parts:
        names |= set(files_of_part(bundle, packed))
    names -= {manifest_file(packed.manifest) for packed in new.parts}
    names -= {pack.file for packed in new.parts for pack in packed.packs}
    if any(name.startswith(BLOBS) for name in names):
        for packed in new.parts:
            names -= set(files_of_part(bundle, packed))
    return names


def needed(
    bundle: BundleFolder, lines: Iterable[Current], held: Subscription | None = None
) -> set[str]:
    """Return the files that some lines of a release need; without `held`, of all parts."""
    found: set[str] = set()
    for line in lines:
        named = named_by(bundle, line, held)
        found |= named.records
        for packed in named.parts:
            found |= set(files_of_part(bundle, packed))
    return found


def versions_of(bundle: BundleFolder, line: Current) -> Iterator[tuple[int, str]]:
    """Yield the versions of a line that are there, by number and hash."""
    versions = [(line.number, line.version)]
    versions += [(one.number, one.version) for one in line.earlier]
    yield from (one for one in versions if bundle.has(version_file(one[1])))


def files_of_part(bundle: BundleFolder, packed: Packed) -> Iterator[str]:
    """Yield the packs and the manifest of a part, and the files that no pack carries."""
    name = manifest_file(packed.manifest)
    if bundle.has(name):
        yield name
        yield from (pack.file for pack in packed.packs)
        for line in read_manifest(bundle.read(name), name):
            if is_alone(line.path, line.size):
                yield blob_file(line.sha256)
