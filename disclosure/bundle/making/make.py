"""Makes a bundle of finished sites: pack what changed, patch, forget, release, tidy up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from disclosure.alone import hold
from disclosure.bundle.canonical import hash_of
from disclosure.bundle.making.deltas import Step, put_delta, steps_to
from disclosure.bundle.making.folder import BUSY, WRITING, BundleFolder, require_usable
from disclosure.bundle.making.forgetting import Key, asked_for, forget, left, load_version
from disclosure.bundle.making.history import starts, still_kept
from disclosure.bundle.making.kept import Kept, Store
from disclosure.bundle.making.listing import Found, Listed, list_site, unfit_files
from disclosure.bundle.making.packing import pack_part
from disclosure.bundle.making.pruning import prune, sweep
from disclosure.bundle.making.releasing import newest, release
from disclosure.bundle.parts import COMMON, Part
from disclosure.bundle.places import FILE as PLACES
from disclosure.bundle.places import Places, write_places
from disclosure.bundle.release import MARKER, Current, Delta, Earlier, Head
from disclosure.bundle.subscription import Subscription
from disclosure.bundle.version import Pack, Version, version_file
from disclosure.problem import DisclosureError, Problem, in_order

Progress = Callable[[int, int], None]
T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be packed: parts of the sites in `output`, as of a commit and its day.

    `address` is the public one of all sites, or ""; `forgotten` are sites whose earlier versions
    are to go, whatever they hold.
    """

    output: Path
    folder: Path
    held: Subscription
    places: Places
    commit: str
    day: date
    address: str = ""
    jobs: int = 1
    forgotten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it: the release, whether it is a new one, the parts that changed, the deltas.

    `gone` is what has left, by site: of it nothing is kept.
    """

    head: Head
    is_new: bool
    changed: tuple[Key, ...]
    deltas: tuple[Delta, ...]
    gone: Mapping[str, tuple[str, ...]]


def make_bundle(request: Request, store: Store | None, progress: Progress) -> Made:
    """Bring a bundle to what the sites are now; stopped on the way, it stays what it was."""
    require_usable(request.folder, request.output, MARKER)
    kept = Kept(store)
    listing = list(list_parts(request, kept.opened))
    request.folder.mkdir(parents=True, exist_ok=True)
    with hold(request.folder, BUSY):
        return write_bundle(request, listing, kept, progress)


def write_bundle(
    request: Request, listing: Sequence[Listed], kept: Kept, progress: Progress
) -> Made:
    """Write what is listed; the marker is set last, and what it no longer names removed after."""
    bundle = BundleFolder(request.folder)
    before = newest(bundle)
    if bundle.has(WRITING):
        sweep(bundle, before.lines, before.number)
    else:
        bundle.put(WRITING, b"")
    with ThreadPoolExecutor(request.jobs) as pool:  # zstd and hashes let other threads run
        versions = pack_all(request, bundle, listing, kept, pool, progress)
        now = {key: follow(before.lines.get(key), key, versions[key], request) for key in versions}
        changed = tuple(key for key in now if now[key] != before.lines.get(key))
        now |= patch_all(bundle, {key: now[key] for key in changed}, request.day, pool, progress)
    gone = dict(left(bundle, before.lines, now)) | asked_for(request.forgotten)
    now = forget(now, gone, request.places, before.number + 1)
    head = release(bundle, before, now, request.commit, request.day, request.address)
    is_new = head != before.head
    if is_new:
        prune(bundle, before.lines, now, head.number)
    kept.save()
    bundle.remove(WRITING)
    deltas = tuple(delta for key in changed for delta in now[key].deltas)
    return Made(head, is_new, changed, deltas, gone)


def list_parts(request: Request, opened: int) -> Iterator[Listed]:
    """Yield the parts to be packed; raise what is wrong with names and sizes in any of them."""
    problems: list[Problem] = []
    for site, parts in request.held.parts_by_site.items():
        listed = list_site(request.output, site, parts, opened)
        problems += unfit_files(file for part in listed for file in part.files)
        yield from (with_places(part, request.places) for part in listed)
    if problems:
        raise DisclosureError(*in_order(problems))


def with_places(listed: Listed, places: Places) -> Listed:
    """Return the theme with the list of places beside it, other parts as they are."""
    if listed.key != (COMMON, Part.THEME):
        return listed
    data = write_places(places)
    files = (*listed.files, Found(PLACES, len(data), data))
    said = listed.said and hash_of(f"{listed.said} {hash_of(data)}".encode())
    return replace(listed, files=tuple(sorted(files, key=lambda file: file.path)), said=said)


def pack_all(
    request: Request,
    bundle: BundleFolder,
    listing: Iterable[Listed],
    kept: Kept,
    pool: ThreadPoolExecutor,
    progress: Progress,
) -> dict[Key, str]:
    """Return the version of each part, packing those whose files are not as they were."""
    versions = {one.key: kept.version_of(one) for one in listing}
    versions = {
        key: sha256 if sha256 and bundle.has(version_file(sha256)) else ""
        for key, sha256 in versions.items()
    }
    stale = [one for one in listing if not versions[one.key]]

    def pack(listed: Listed) -> str:
        known = packs_of(bundle, kept.packed_before(listed.key))
        return pack_part(request.output, bundle, listed, known)

    for listed, sha256 in zip(stale, told(pool, pack, stale, progress), strict=True):
        versions[listed.key] = sha256
        kept.put(listed, sha256)
    return versions


def packs_of(bundle: BundleFolder, sha256: str) -> dict[str, Pack]:
    """Return the packs of a version that is still there, by the hash of their archives."""
    if not bundle.has(version_file(sha256)):
        return {}
    return {pack.tar: pack for pack in load_version(bundle, sha256).packs}


def follow(before: Current | None, key: Key, version: str, request: Request) -> Current:
    """Return the line of a part: the one before, or one that names it as earlier."""
    if before and before.version == version:
        return before
    earlier: tuple[Earlier, ...] = ()
    if before:
        earlier = (Earlier(before.version, before.since), *before.earlier)
    others = tuple(one for one in earlier if one.version != version)
    told = (before.forgotten, before.forgotten_in) if before else ((), 0)
    kept = still_kept(others, request.day)
    return Current(*key, version, request.day.isoformat(), kept, (), *told)


def patch_all(
    bundle: BundleFolder,
    lines: Mapping[Key, Current],
    day: date,
    pool: ThreadPoolExecutor,
    progress: Progress,
) -> dict[Key, Current]:
    """Return lines with the deltas that lead to their versions."""
    steps = [(key, step) for key, line in lines.items() for step in steps_of(bundle, line, day)]

    def patch(job: tuple[Key, Step]) -> Delta | None:
        return put_delta(bundle, job[1])

    made = list(zip(steps, told(pool, patch, steps, progress), strict=True))
    return {
        key: replace(line, deltas=tuple(delta for (of, _), delta in made if delta and of == key))
        for key, line in lines.items()
    }


def steps_of(bundle: BundleFolder, line: Current, day: date) -> Iterator[Step]:
    """Yield the steps to the version of a line from those earlier ones that are there."""
    earlier: list[Version] = [
        load_version(bundle, one.version)
        for one in starts(line.earlier, day)
        if bundle.has(version_file(one.version))
    ]
    return steps_to(load_version(bundle, line.version), earlier)


def told(
    pool: ThreadPoolExecutor, work: Callable[[T], R], jobs: list[T], progress: Progress
) -> Iterator[R]:
    """Yield what comes of all jobs, in their order, telling how many are done."""
    for done, result in enumerate(pool.map(work, jobs), 1):
        progress(done, len(jobs))
        yield result
