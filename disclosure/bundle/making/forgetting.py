"""Finds what has left the sites since the last release, and whose earlier versions must go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from disclosure.bundle.making.folder import BundleFolder
from disclosure.bundle.pack import open_pack, read_contents
from disclosure.bundle.parts import Part
from disclosure.bundle.places import Places
from disclosure.bundle.release import Current
from disclosure.bundle.version import Version, read_version, version_file
from disclosure.bundle.withdrawn import ALL, GATHERING, shown_in
from disclosure.problem import DisclosureError

Key = tuple[str, Part]
SHOWING = frozenset({Part.PAGES, Part.DATA})


def left(
    bundle: BundleFolder, before: Mapping[Key, Current], now: Mapping[Key, Current]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the sites from which something has left, with its addresses."""
    changed = {
        site
        for (site, part), line in before.items()
        if part in SHOWING and version_of(now.get((site, part))) != line.version
    }
    for site in sorted(changed):
        was = shown_on(bundle, site, before)
        gone = was - shown_on(bundle, site, now) if was else ()
        if gone:
            yield site, tuple(sorted(gone))


def version_of(line: Current | None) -> str:
    return line.version if line else ""


def shown_on(bundle: BundleFolder, site: str, lines: Mapping[Key, Current]) -> frozenset[str]:
    """Return what a site shows in a release; nothing is known of packs that are gone."""
    versions = (lines.get((site, part)) for part in SHOWING)
    return frozenset().union(*(shown_by(bundle, line.version) for line in versions if line))


def shown_by(bundle: BundleFolder, sha256: str) -> frozenset[str]:
    """Return what a version of one part shows."""
    try:
        version = load_version(bundle, sha256)
        return shown_in(
            read_contents(
                open_pack(bundle.read(pack.file), pack), version.site, version.part, pack.file
            )
            for pack in version.packs
        )
    except (DisclosureError, FileNotFoundError):
        return frozenset()


def load_version(bundle: BundleFolder, sha256: str) -> Version:
    """Return the version of a hash."""
    name = version_file(sha256)
    return read_version(bundle.read(name), name)


def forget(
    lines: Mapping[Key, Current],
    gone: Mapping[str, tuple[str, ...]],
    places: Places,
    number: int,
) -> dict[Key, Current]:
    """Return the lines of a release without the earlier versions that hold what is gone.

    Of the places above these are full texts and tables; their pages name titles alone, which the
    page of a withdrawn entry keeps.
    """
    found = dict(lines)
    for (site, part), line in lines.items():
        is_gathering = part in GATHERING and any(site in places.above(one) for one in gone)
        if site in gone or is_gathering:
            found[site, part] = replace(
                line, earlier=(), forgotten=gone.get(site, ()), forgotten_in=number
            )
    return found


def asked_for(sites: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the sites whose earlier versions somebody wants gone."""
    return dict.fromkeys(sites, ALL)
