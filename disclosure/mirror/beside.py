"""Unpacks the pages of a stick beside its bundle, so that a browser opens them without a program.

One archive at a time is in memory: they are gone through once to see what there is, and then as
often as there are kinds of files to be written one after the other.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from disclosure.bundle.manifest import Line
from disclosure.bundle.names import twins, unfit
from disclosure.bundle.pack import Contents, blob_file, open_pack, read_contents
from disclosure.bundle.parts import Part, part_of
from disclosure.bundle.places import FILE as PLACES
from disclosure.bundle.places import Places, places_of, read_places
from disclosure.bundle.stubs import HOME, targets_of
from disclosure.bundle.subscription import Subscription
from disclosure.bundle.verify import size_and_hash
from disclosure.bundle.version import Pack
from disclosure.mirror.opened import FRONT, front_of, public_base, stub_of
from disclosure.mirror.source import BUNDLE
from disclosure.trust.pledge import Archive, Pledge
from disclosure.whole import write_whole

OPENED = "opened.txt"  # the names of what was unpacked beside the bundle
Reach = tuple[bool, bool, int]
Parts = Mapping[str, Mapping[str, Sequence[Archive]]]


class Seen(Struct):
    """What the archives of a stick hold: names, where pages lead to, and what they tell."""

    names: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    homes: dict[str, bytes] = field(default_factory=dict)
    places: Places = field(default_factory=lambda: places_of(()))

    def see(self, contents: Contents) -> None:
        """Look at what an archive holds."""
        self.names.update(line.path for line in contents.alone)
        for path, data in contents.files:
            self.names.add(path)
            if path == PLACES:
                self.places = read_places(bytes(data))
            elif path.endswith(".html"):
                page = bytes(data)
                self.targets.update(targets_of(path, page))
                if path == f"{part_of(path)[0]}/{HOME}":
                    self.homes[path] = page


def open_beside(stick: Path, parts: Parts, pledges: Mapping[str, Pledge]) -> None:
    """Unpack the pages of a stick to its root, with pages for those that are not on it.

    What a page shows comes before the page, pages before the lists that lead to them, and what is
    no longer there goes last: no reader meets a link to nothing. Which files are ours is written
    down before the first of them is.
    """
    folder, seen, reaches = stick / BUNDLE, Seen(), set[Reach]()
    for one in contents_of(folder, parts):
        seen.see(one)
        reaches.update(map(reach_of, paths_in(one)))
    made = made_pages(seen, parts, pledges)
    reaches.update(map(reach_of, made))
    names, before = seen.names | made.keys(), opened_before(folder)
    put(folder, OPENED, listed(before | names))
    for reach in sorted(reaches):
        for path in (path for path in made if reach_of(path) == reach):
            put(stick, path, made[path])
        for one in contents_of(folder, parts):
            unpack(stick, one, reach)
    for path in before - names:
        (stick / path).unlink(missing_ok=True)
    put(folder, OPENED, listed(names))


def made_pages(seen: Seen, parts: Parts, pledges: Mapping[str, Pledge]) -> dict[str, bytes]:
    """Return the pages that no archive holds: the first, and those in place of what is not here.

    A link to a page that a part held here is to have, and has not, is its publisher's affair.
    """
    held = Subscription({code: frozenset(map(Part, some)) for code, some in parts.items()})
    wanted = sorted(
        path
        for path in seen.targets - seen.names
        if unfit(path) is None and not held.holds(*part_of(path))
    )
    clashing = {other for _, other in twins((*sorted(seen.names), *wanted))}
    address = public_base(seen.homes)
    made = {
        path: stub_of(path, seen.places, address)
        for path in wanted
        if not any(other == path or path.startswith(other) for other in clashing)
    }
    return made if FRONT in seen.names else {**made, FRONT: front_of(parts, pledges, seen.places)}


def contents_of(folder: Path, parts: Parts) -> Iterator[Contents]:
    """Yield what the packs of a stick hold, one after the other."""
    for code, some in parts.items():
        for part, archives in some.items():
            for archive in archives:
                pack = Pack(archive.sha256, archive.size)
                tar = open_pack((folder / pack.file).read_bytes(), pack)
                yield read_contents(tar, code, Part(part), pack.file)


def paths_in(contents: Contents) -> Iterator[str]:
    """Yield the names of all files of an archive and of those beside it."""
    yield from (path for path, _ in contents.files)
    yield from (line.path for line in contents.alone)


def reach_of(path: str) -> Reach:
    """Return when a file is written: the front page last, what lies deepest before."""
    return path == FRONT, path.endswith(".html"), -path.count("/")


def unpack(stick: Path, contents: Contents, reach: Reach) -> None:
    """Write those files of an archive whose turn it is."""
    for path, data in contents.files:
        if reach_of(path) == reach:
            put(stick, path, bytes(data))
    for line in contents.alone:
        if reach_of(line.path) == reach:
            put_alone(stick, line)


def put(folder: Path, name: str, data: bytes) -> None:
    """Write a file unless it is there as it should be."""
    path = folder / name
    if not path.is_file() or path.stat().st_size != len(data) or path.read_bytes() != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)


def put_alone(stick: Path, line: Line) -> None:
    """Copy a large file from the bundle beside which it is to lie, unless it is there."""
    path = stick / line.path
    if not path.is_file() or size_and_hash(path) != (line.size, line.sha256):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.part")
        shutil.copyfile(stick / BUNDLE / blob_file(line.sha256), part)
        part.replace(path)


def opened_before(folder: Path) -> set[str]:
    """Return the files that were unpacked beside a bundle; anybody may have written to a stick."""
    path = folder / OPENED
    names = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
    return {name for name in names if unfit(name) is None}


def listed(names: Iterable[str]) -> bytes:
    """Return names as they are written down."""
    return "".join(f"{name}\n" for name in sorted(names)).encode()
