"""Makes a bundle of finished sites: pack what changed, patch, forget, release, tidy up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from disclosure.alone import hold
from disclosure.bundle.canonical import hash_of
from disclosure.bundle.making.deltas import Step, joints_to, put_delta, put_joint, stands, steps_to
from disclosure.bundle.making.folder import BUSY, WRITING, BundleFolder, require_usable
from disclosure.bundle.making.forgetting import asked_for, forget, left, load_version
from disclosure.bundle.making.history import starts, still_kept
from disclosure.bundle.making.kept import Kept, KeptPart, Store
from disclosure.bundle.making.listing import Listed, list_sites, require_fit
from disclosure.bundle.making.packing import Packer
from disclosure.bundle.making.pruning import prune, sweep
from disclosure.bundle.making.releasing import newest, release
from disclosure.bundle.making.survey import survey
from disclosure.bundle.parts import COMMON, Part
from disclosure.bundle.places import Places
from disclosure.bundle.release import MARKER, Current, Delta, Earlier, Head, Weight
from disclosure.bundle.subscription import Subscription
from disclosure.bundle.version import (
    Pack,
    Packed,
    Version,
    manifest_file,
    version_file,
    write_version,
)
from disclosure.cycles import cycles_unsought

Progress = Callable[[int, int], None]
T = TypeVar("T")
R = TypeVar("R")


class Request(Struct, frozen=True):
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


class Made(Struct, frozen=True):
    """What came of it: the release, whether it is a new one, the sites that changed, the deltas.

    `gone` is what has left, by site: of it nothing is kept.
    """

    head: Head
    is_new: bool
    changed: tuple[str, ...]
    deltas: tuple[Delta, ...]
    gone: Mapping[str, tuple[str, ...]]


def make_bundle(request: Request, store: Store | None, progress: Progress) -> Made:
    """Bring a bundle to what the sites are now; stopped on the way, it stays what it was."""
    require_usable(request.folder, request.output, MARKER)
    kept = Kept(store)
    sites = [site for site in request.held.parts_by_site if site != COMMON]
    said = survey(str(request.output), sites, kept.opened, request.jobs)
    changed = [one for one in request.held.parts_by_site if not kept.whole(one, said.get(one, ""))]
    with cycles_unsought():  # some hundred thousand files, and none of them in a cycle
        listing = list_sites(request.output, changed, request.places, kept.opened)
    new = {listed.site for listed in listing if not kept.part(listed)}
    require_fit(listed for listed in listing if listed.site in new)
    request.folder.mkdir(parents=True, exist_ok=True)
    with hold(request.folder, BUSY):
        return write_bundle(request, said, listing, kept, progress)


def write_bundle(
    request: Request,
    said: Mapping[str, str],
    listing: Sequence[Listed],
    kept: Kept,
    progress: Progress,
) -> Made:
    """Write what is listed; the marker is set last, what no release names removed after it."""
    bundle = BundleFolder(request.folder)
    before = newest(bundle)
    if bundle.has(WRITING):
        sweep(bundle, before.lines, before.number)
    bundle.put(WRITING, b"")
    with ThreadPoolExecutor(request.jobs) as pool:  # zstd and hashes let other threads run
        versions = pack_all(request, bundle, said, listing, kept, pool, progress)
        now = {
            site: follow(before.lines.get(site), put_version(bundle, version), site, request.day)
            for site, version in versions.items()
        }
        changed = tuple(site for site in now if now[site] != before.lines.get(site))
        for line in patched(bundle, [now[site] for site in changed], request.day, pool, progress):
            now[line.site] = line
    now = {site: weighed(bundle, line, versions[site], request.held) for site, line in now.items()}
    gone = {**dict(left(bundle, before.lines, now)), **asked_for(request.forgotten)}
    now = forget(now, gone, request.places)
    head = release(bundle, before, now, request.commit, request.day, request.address)
    if head != before.head:
        prune(bundle, before.lines, now, request.held, head.number)
    kept.save()
    bundle.remove(WRITING)
    deltas = tuple(delta for site in changed for delta in now[site].deltas)
    return Made(head, head != before.head, changed, deltas, gone)


def pack_all(
    request: Request,
    bundle: BundleFolder,
    said: Mapping[str, str],
    listing: Sequence[Listed],
    kept: Kept,
    pool: ThreadPoolExecutor,
    progress: Progress,
) -> dict[str, Version]:
    """Return the version of each site, packing the parts whose files are not as they were."""
    whole = {site: parts for site in said if (parts := kept.whole(site, said[site]))}
    bare = [site for site, parts in whole.items() if not is_carried(bundle, site, parts, request)]
    listing = [*listing, *list_sites(request.output, bare, request.places, kept.opened)]
    known = {one.key: found for one in listing if (found := known_as(one, kept, bundle, request))}
    stale = [one for one in listing if one.key not in known]

    def pack(listed: Listed) -> KeptPart:
        target = bundle if request.held.holds(*listed.key) else None
        return Packer(request.output, target, kept.opened).pack(listed, kept.before(listed))

    for listed, packed in zip(stale, told(pool, pack, stale, progress), strict=True):
        known[listed.key] = packed
    for site, some in groupby(listing, key=attrgetter("site")):
        new = {one.part: known[one.key] for one in some}
        whole[site] = {part: kept_part.packed for part, kept_part in new.items()}
        kept.put(site, said.get(site, ""), new)
    return {one: Version(one, whole[one]) for one in request.held.parts_by_site if one in whole}


def known_as(listed: Listed, kept: Kept, bundle: BundleFolder, request: Request) -> KeptPart | None:
    """Return how a part was packed, where that still stands and is in the bundle if it is to be."""
    part = kept.part(listed)
    is_there = part and is_carried(bundle, listed.site, {listed.part: part.packed}, request)
    return part if is_there else None


def is_carried(
    bundle: BundleFolder, site: str, parts: Mapping[Part, Packed], request: Request
) -> bool:
    """Tell whether those parts of a site are in the bundle that are to be."""
    return all(
        bundle.has(name)
        for part, packed in parts.items()
        if request.held.holds(site, part)
        for name in (manifest_file(packed.manifest), *(pack.file for pack in packed.packs))
    )


def put_version(bundle: BundleFolder, version: Version) -> str:
    """Write a version unless it is there; return its hash."""
    data = write_version(version)
    digest = hash_of(data)
    if not bundle.has(version_file(digest)):
        bundle.put(version_file(digest), data)
    return digest


def follow(before: Current | None, version: str, site: str, day: date) -> Current:
    """Return the line of a site: the one before, or one that names it as earlier."""
    if before is None:
        return Current(site, 1, version, day.isoformat())
    if before.version == version:
        return before
    earlier = (Earlier(before.number, before.version, before.since), *before.earlier)
    others = [one for one in earlier if one.version != version]
    return replace(
        before,
        number=before.number + 1,
        version=version,
        since=day.isoformat(),
        earlier=still_kept(others, day),
    )


def patched(
    bundle: BundleFolder,
    lines: Sequence[Current],
    day: date,
    pool: ThreadPoolExecutor,
    progress: Progress,
) -> Iterator[Current]:
    """Yield lines with the deltas that lead to their versions; they come with those before."""
    versions = [
        (load_version(bundle, line.version), earlier_of(bundle, line, day)) for line in lines
    ]
    steps = [step for version, earlier in versions for step in steps_to(version, earlier)]
    known = {(delta.old, delta.new): delta for line in lines for delta in line.deltas}

    def patch(step: Step) -> Delta | None:
        before = known.get((step.old.tar, step.new.tar))
        return before if before and stands(bundle, before) else put_delta(bundle, step)

    found: dict[str, list[Delta]] = {line.site: [] for line in lines}
    for step, delta in zip(steps, told(pool, patch, steps, progress), strict=True):
        if delta:
            found[step.site].append(delta)
    for line, (version, earlier) in zip(lines, versions, strict=True):
        joined = [put_joint(bundle, joint) for joint in joints_to(version, earlier)]
        deltas = (*found[line.site], *filter(None, joined))
        yield replace(line, deltas=deltas)


def earlier_of(bundle: BundleFolder, line: Current, day: date) -> list[Version]:
    """Return the earlier versions of a line that deltas start from, of those that are there."""
    names = [one.version for one in starts(line.earlier, day)]
    return [load_version(bundle, name) for name in names if bundle.has(version_file(name))]


def weighed(bundle: BundleFolder, line: Current, version: Version, held: Subscription) -> Current:
    """Return a line with the packs of its version as they lie in the bundle."""
    known = {weight.tar: weight for weight in line.packs}
    weights = tuple(
        known.get(pack.tar) or weight_of(bundle, pack)
        for part, packed in version.parts.items()
        if held.holds(line.site, part)
        for pack in packed.packs
    )
    return line if weights == line.packs else replace(line, packs=weights)


def weight_of(bundle: BundleFolder, pack: Pack) -> Weight:
    """Return what a pack is when compressed."""
    data = bundle.read(pack.file)
    return Weight(pack.tar, len(data), hash_of(data))


def told(
    pool: ThreadPoolExecutor, work: Callable[[T], R], jobs: Sequence[T], progress: Progress
) -> Iterator[R]:
    """Yield what comes of all jobs, in their order, telling how many are done."""
    for done, result in enumerate(pool.map(work, jobs), 1):
        progress(done, len(jobs))
        yield result
