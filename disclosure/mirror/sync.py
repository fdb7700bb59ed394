"""Brings a mirror to what was signed last; interrupted anywhere, the old release goes on showing.

First the signed lists, then what they name and is not here, each held against its hash, then one
file is replaced. What no release needs any more, and what was withdrawn, is deleted last.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from disclosure.bundle.parts import COMMON, Part
from disclosure.bundle.places import Place, places_of
from disclosure.bundle.subscription import Subscription, Wish, subscribe
from disclosure.mirror.carried import not_carried, told_if_absent
from disclosure.mirror.checking import is_whole
from disclosure.mirror.fetch import Fetcher
from disclosure.mirror.home import ARCHIVES, KEPT, RELEASES, SITES, Held, Home, Release, Settings
from disclosure.mirror.problems import HISTORY_CHANGED
from disclosure.mirror.source import Source
from disclosure.mirror.standing import Last, read_last
from disclosure.mirror.taking import MANIFEST, require_room, take_part
from disclosure.mirror.vouching import keep_lists
from disclosure.problem import Problem
from disclosure.trust.client import Lists, fetch_lists, fetch_pledge
from disclosure.trust.pledge import Archive, Pledge, chained
from disclosure.trust.roles import CITY_DIGITS, COUNTY_DIGITS, TOWNSHIP_DIGITS, history_file
from disclosure.whole import settle_all

LINE = 65  # bytes of a line of a history: a hash and a line feed
A_MOMENT = timedelta(seconds=1)
LONGEST_GAP = 10_000  # versions that a mirror may have missed


class Synced(Struct, frozen=True):
    """What an update came to; `forgotten` are sites of which withdrawn versions were deleted.

    `mended` are those of which files that were held were gone or damaged.
    """

    release: Release
    until: datetime
    changed: tuple[str, ...]
    mended: tuple[str, ...]
    forgotten: tuple[str, ...]
    warnings: tuple[Problem, ...]
    requests: int
    received: int


def sync(home: Home, source: Source, now: datetime, *, again: bool = False) -> Synced:
    """Update a mirror. Raises DisclosureError or OSError; what is shown stays as it was then.

    `again` reads all that is held and mends what is damaged; else files are mended that are gone.
    """
    with home.alone():
        settings, current = home.settings(), home.current()
        fetcher = Fetcher(source, home.staged)
        moment = max(now, floor_of(current, read_last(home)))
        lists = fetch_lists(home.known, fetcher.read, home.first_root(), moment, source.name)
        with told_if_absent(source, codes_of(settings)):
            pledges = pledges_of(settings, lists, source)
            wanted = wanted_parts(settings, pledges)
            mended = take_all(home, fetcher, current, wanted, again=again)
        sites = {
            code: held_of(pledges[code], parts, current.sites.get(code), fetcher)
            for code, parts in wanted.items()
        }
        release = current
        if sites != current.sites:
            release = Release(current.number + 1, sites)
        keep_lists(home, release)
        if release is not current or release.number != home.named():
            home.show(release)
        forgotten = forget(home, release, pledges)
        broken = [code for code, held in sites.items() if not held.follows]
        return Synced(
            release,
            lists.until(),
            tuple(code for code in sites if sites[code] != current.sites.get(code)),
            mended,
            forgotten,
            tuple(HISTORY_CHANGED.at("", value=code) for code in broken),
            fetcher.requests,
            fetcher.received,
        )


def floor_of(release: Release, last: Last) -> datetime:
    """Return the earliest moment it can be: that of the newest content ever seen.

    A clock that says less has stopped, and would let old lists count as new. Content of a day
    after the lists that named it had expired proves nothing: it must not shut out all later lists.
    """
    floor = datetime.fromisoformat(release.day or "1970-01-01").replace(tzinfo=UTC)
    return min(floor, datetime.fromisoformat(last.until) - A_MOMENT) if last.until else floor


def codes_of(settings: Settings) -> list[str]:
    """Return the sites that a mirror asks for by their codes, its own first."""
    return [settings.code, *settings.neighbours, *(code for code, _ in settings.chosen)]


def pledges_of(settings: Settings, lists: Lists, source: Source) -> dict[str, Pledge]:
    """Return what is signed of the sites a mirror may hold; raise where its own is not."""
    codes = dict.fromkeys((COMMON, *(code for code, _ in settings.chosen)))
    for code in (settings.code, *settings.neighbours):
        codes |= dict.fromkeys(way_up(code))
    found = {code: fetch_pledge(lists, code, source.name) for code in codes}
    if not found[settings.code]:
        raise not_carried(source, [settings.code], source.sites() or lists.codes())
    return {code: pledge for code, pledge in found.items() if pledge}


def way_up(code: str) -> list[str]:
    """Return a code and those above it, as its digits say."""
    digits = (CITY_DIGITS, COUNTY_DIGITS, TOWNSHIP_DIGITS)
    return [code, *(code[:count] for count in digits if count < len(code))]


def wanted_parts(
    settings: Settings, pledges: Mapping[str, Pledge]
) -> dict[str, dict[str, tuple[Archive, ...]]]:
    """Return the archives of all parts that a mirror holds, by code and part."""
    held = subscription(settings, pledges)
    return {
        code: {
            part: archives
            for part, archives in pledge.parts.items()
            if part in {one.value for one in held.parts_by_site.get(code, ())}
        }
        for code, pledge in pledges.items()
    }


def subscription(settings: Settings, codes: Mapping[str, object]) -> Subscription:
    """Return what a mirror holds, of the sites that there are."""
    places = places_of(
        Place(code, "", next((up for up in way_up(code)[:0:-1] if up in codes), ""))
        for code in codes
        if code != COMMON
    )
    chosen = tuple((code, Part(part)) for code, part in settings.chosen)
    return subscribe(places, [Wish(settings.code, settings.neighbours, chosen)])


def take_all(
    home: Home,
    fetcher: Fetcher,
    current: Release,
    wanted: Mapping[str, Mapping[str, Sequence[Archive]]],
    *,
    again: bool,
) -> tuple[str, ...]:
    """See that all parts are there; return the sites of which some were, but were not whole."""
    new = [
        (code, part, archives)
        for code, parts in wanted.items()
        for part, archives in parts.items()
        if not is_whole(home, code, part, hashes_of(archives), again=again)
    ]
    held = {(code, part): list(hashes) for code, part, hashes in current.parts}
    require_room(home, sum(one.size + one.packed for *_, archives in new for one in archives))
    for code, part, archives in new:
        take_part(home, fetcher, code, part, archives, held.get((code, part), ()))
    if new:
        settle_all(home.folder / SITES)
    mended = [code for code, part, some in new if held.get((code, part)) == hashes_of(some)]
    return tuple(dict.fromkeys(mended))


def held_of(
    pledge: Pledge, parts: Mapping[str, Sequence[Archive]], before: Held | None, fetcher: Fetcher
) -> Held:
    """Return how a site is held from now on, and whether it descends from what was held."""
    hashes = {part: hashes_of(archives) for part, archives in parts.items()}
    held = Held(pledge.version, pledge.day.isoformat(), pledge.chain, hashes)
    if before and (before.version, before.chain) == (held.version, held.chain):
        return Held(held.version, held.day, held.chain, hashes, before.follows)
    if before and not follows(pledge, before, fetcher):
        return Held(held.version, held.day, held.chain, hashes, follows=False)
    return held


def follows(pledge: Pledge, before: Held, fetcher: Fetcher) -> bool:
    """Whether a version comes of the one that was held, by way of all that lie between."""
    missed = pledge.version - before.version
    if not 0 < missed <= LONGEST_GAP:
        return False
    chain, states = before.chain, [pledge.state]
    if missed > 1:
        start, size = before.version * LINE, missed * LINE
        listed = fetcher.small(history_file(pledge.code), size, start) or b""
        states = listed.decode("ascii", "replace").split()
    for state in states:
        chain = chained(chain, state)
    return chain == pledge.chain


def forget(home: Home, release: Release, pledges: Mapping[str, Pledge]) -> tuple[str, ...]:
    """Delete what no kept release needs; of sites where something was withdrawn, all old versions.

    Returns the codes of such sites.
    """
    withdrawn: set[str] = set()
    for number in home.releases():
        kept = home.readable(number)
        if kept and release.number - KEPT < number <= release.number:
            sites = kept.sites
            stale = {code for code, held in sites.items() if is_withdrawn(held, pledges.get(code))}
            withdrawn |= stale
            if not stale:
                continue
        (home.folder / RELEASES / f"{number}.json").unlink()
        shutil.rmtree(home.lists(number), ignore_errors=True)
    parts = [part for number in home.releases() for part in home.release(number).parts]
    folders = {home.part(*part).name for part in parts}
    archives = {home.archive(one).name for *_, some in parts for one in some}
    sweep(home.folder / SITES, folders | {name + MANIFEST for name in folders})
    sweep(home.folder / ARCHIVES, archives)
    sweep(home.staged, ())
    return tuple(sorted(withdrawn))


def is_withdrawn(held: Held, pledge: Pledge | None) -> bool:
    """Whether something that a version shows was withdrawn since."""
    return pledge is not None and held.version < pledge.oldest


def sweep(folder: Path, kept: Collection[str]) -> None:
    """Delete everything in a folder but some names."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name not in kept:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def hashes_of(archives: Sequence[Archive]) -> list[str]:
    """Return what archives are known by."""
    return [archive.sha256 for archive in archives]
