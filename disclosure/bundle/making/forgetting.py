"""Finds what has left the sites since the last release, and whose earlier versions must go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from disclosure.bundle.making.folder import BundleFolder
from disclosure.bundle.pack import open_pack, read_contents
from disclosure.bundle.parts import Part
from disclosure.bundle.places import Places
from disclosure.bundle.release import Current
from disclosure.bundle.version import Version, read_version, version_file
from disclosure.bundle.withdrawn import ALL, GATHERING, SHOWING, shown_in
from disclosure.problem import DisclosureError


def left(
    bundle: BundleFolder, before: Mapping[str, Current], now: Mapping[str, Current]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the sites from which something has left, with its addresses."""
    for site, line in now.items():
        last = before.get(site)
        if last and last.version != line.version:
            gone = shown_by(bundle, last.version) - shown_by(bundle, line.version)
            if gone:
                yield site, tuple(sorted(gone))


def shown_by(bundle: BundleFolder, sha256: str) -> frozenset[str]:
    """Return what a version shows, as far as its packs are there."""
    try:
        version = load_version(bundle, sha256)
        return shown_in(
            read_contents(open_pack(bundle.read(pack.file), pack), version.site, part, pack.file)
            for part, packed in version.parts.items()
            if part in SHOWING
            for pack in packed.packs
            if bundle.has(pack.file)
        )
    except (DisclosureError, FileNotFoundError):
        return frozenset()


def load_version(bundle: BundleFolder, sha256: str) -> Version:
    """Return the version of a hash."""
    name = version_file(sha256)
    return read_version(bundle.read(name), name)


def forget(
    lines: Mapping[str, Current], gone: Mapping[str, tuple[str, ...]], places: Places
) -> dict[str, Current]:
    """Return the lines of a release that keep nothing of what is gone.

    Of the places above these are full texts and tables; their pages name titles alone, which the
    page of a withdrawn entry keeps.
    """
    found = dict(lines)
    for site, addresses in gone.items():
        if site in found:
            found[site] = kept_from_now(found[site], Part, addresses)
        for code in places.above(site):
            if code in found and code not in gone:
                found[code] = kept_from_now(found[code], GATHERING, found[code].forgotten)
    return found


def kept_from_now(line: Current, parts: Iterable[Part], addresses: tuple[str, ...]) -> Current:
    """Return a line that keeps of some parts the newest version only."""
    oldest = {**line.oldest, **dict.fromkeys(parts, line.number)}
    earlier = tuple(one for one in line.earlier if min_kept(oldest) <= one.number)
    return replace(line, oldest=oldest, earlier=earlier, forgotten=addresses)


def min_kept(oldest: Mapping[Part, int]) -> int:
    """Return the number of the first version of which anything may be kept."""
    return min(oldest.get(part, 0) for part in Part)


def asked_for(sites: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the sites whose earlier versions somebody wants gone."""
    return dict.fromkeys(sites, ALL)
