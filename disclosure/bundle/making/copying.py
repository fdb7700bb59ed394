"""Copies what some points need of a bundle to another folder, such as a stick."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from disclosure.alone import hold
from disclosure.bundle.delta import delta_file
from disclosure.bundle.making.folder import BUSY, PART, WRITING, BundleFolder, require_usable
from disclosure.bundle.making.forgetting import load_version
from disclosure.bundle.making.pruning import files_of_part
from disclosure.bundle.making.releasing import Before, newest
from disclosure.bundle.pack import open_pack, read_contents
from disclosure.bundle.parts import COMMON, Part
from disclosure.bundle.places import FILE, Places, read_places
from disclosure.bundle.refused import refusal
from disclosure.bundle.release import MARKER, Current, Head, head_file, list_file
from disclosure.bundle.subscription import Subscription
from disclosure.bundle.version import version_file

METADATA = "metadata"  # what is signed


@dataclass(frozen=True, slots=True)
class Copied:
    """The release that was copied; how many files, of them those that were not there yet."""

    head: Head
    files: int
    new: int


def places_of_bundle(folder: Path) -> Places:
    """Return the places that a bundle has sites of; raise where it is no bundle."""
    bundle = BundleFolder(folder)
    common = newest(bundle).lines.get(COMMON)
    packed = load_version(bundle, common.version).parts.get(Part.THEME) if common else None
    for pack in packed.packs if packed else ():
        tar = open_pack(bundle.read(pack.file), pack)
        for path, data in read_contents(tar, COMMON, Part.THEME, pack.file).files:
            if path == FILE:
                return read_places(bytes(data))
    raise refusal(str(folder), "它不是离线包", "it is no bundle")


def copy_bundle(
    source: Path, folder: Path, held: Subscription, progress: Callable[[int, int], None]
) -> Copied:
    """Bring a folder to the share of a bundle that is held; the marker is written last."""
    require_usable(folder, source, MARKER)
    bundle, copy = BundleFolder(source), BundleFolder(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with hold(source, BUSY), hold(folder, BUSY):
        release = newest(bundle)
        if release.head is None:
            raise refusal(str(source), "它不是离线包", "it is no bundle")
        names = sorted(set(files_held(bundle, release, held)))
        copy.put(WRITING, b"")
        new = 0
        for done, name in enumerate(names, 1):
            new += copied(bundle, copy, name)
            progress(done, len(names))
        copy_metadata(source / METADATA, folder / METADATA)
        copy.put(MARKER, bundle.read(MARKER))
        for name in sorted(copy.all_files().difference(names)):
            copy.remove(name)
        copy.remove(WRITING)
    return Copied(release.head, len(names), new)


def files_held(bundle: BundleFolder, release: Before, held: Subscription) -> Iterator[str]:
    """Yield the files of a share: of its parts the newest version alone, and all heads."""
    yield list_file(release.number)
    yield from (head_file(number) for number in range(1, release.number + 1))
    for line in release.lines.values():
        if line.site in held.parts_by_site:
            yield version_file(line.version)
            yield from files_of_site(bundle, line, held)


def files_of_site(bundle: BundleFolder, line: Current, held: Subscription) -> Iterator[str]:
    """Yield the files of the parts of a site that are held; raise where one is not there."""
    for part, packed in load_version(bundle, line.version).parts.items():
        if not held.holds(line.site, part):
            continue
        names = list(files_of_part(bundle, packed))
        if not names or not all(map(bundle.has, names)):
            what = f"{line.site}/{part.value}"
            raise refusal(what, "这个离线包没有收录它", "the bundle does not carry it")
        yield from names
        tars = {pack.tar for pack in packed.packs}
        yield from (delta_file(one.old, one.new) for one in line.deltas if one.new in tars)


def copied(bundle: BundleFolder, copy: BundleFolder, name: str) -> bool:
    """Copy a file unless one of its name and size is there; tell whether it was copied.

    Who fetches from the copy reads all of it again and holds it against the hashes.
    """
    source, target = bundle.root / name, copy.reach(name)
    is_record = name.startswith("releases/")  # the only ones not named by what they hold
    if not is_record and target.is_file() and target.stat().st_size == source.stat().st_size:
        return False
    part = Path(f"{target}{PART}")
    with source.open("rb") as file, part.open("wb") as written:
        shutil.copyfileobj(file, written, 1 << 20)
        written.flush()
        os.fsync(written.fileno())
    part.replace(target)
    return True


def copy_metadata(source: Path, target: Path) -> None:
    """Copy what is signed, where there is any."""
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True, copy_function=shutil.copyfile)
