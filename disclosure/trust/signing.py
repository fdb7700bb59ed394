"""Signs a release of a bundle: what is current of every site, and what it follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from disclosure.bundle.parts import COMMON
from disclosure.bundle.release import Current
from disclosure.bundle.version import Version, read_version, version_file
from disclosure.trust.client import METADATA
from disclosure.trust.keys import Keys
from disclosure.trust.pledge import Archive, Pledge, chained
from disclosure.trust.repository import Repository
from disclosure.trust.roles import TIMESTAMP, history_file
from disclosure.whole import write_whole

UNKNOWN = "0" * 64  # the state of a version that was never signed
STAMP = f"{TIMESTAMP}.json"


def sign_release(
    folder: Path, lines: Mapping[str, Current], keys: Keys, day: date
) -> tuple[str, ...]:
    """Sign what is current in a bundle, on a day; return the sites of which something is new.

    A bundle that was never signed gets its first lists. Histories are written before the lists
    that rest on them. Raises DisclosureError where keys are missing or lists are not ours.
    """
    city = next((site for site in sorted(lines, key=len) if site != COMMON), COMMON)
    repository = Repository(folder / METADATA, city, keys)
    if not (repository.folder / STAMP).exists():
        repository.create(lines, day)
    before = repository.pledges()
    new = [
        pledge
        for site, line in sorted(lines.items())
        if (pledge := pledge_of(folder, line, before.get(site))) is not None
    ]
    gone = sorted(before.keys() - lines.keys())
    for pledge in new:
        append_state(folder, pledge, before.get(pledge.code))
    repository.publish(new, gone, day)
    return tuple(pledge.code for pledge in new)


def pledge_of(folder: Path, line: Current, before: Pledge | None) -> Pledge | None:
    """Return what is to be signed of a site, None where that was signed already."""
    oldest = max(line.oldest.values(), default=0)
    if before and (before.version, before.oldest) == (line.number, oldest):
        return None
    name = version_file(line.version)
    version = read_version((folder / name).read_bytes(), name)
    parts = archives_of(version, {weight.tar: weight.size for weight in line.packs})
    first = Pledge(line.site, line.number, date.fromisoformat(line.since), "", oldest, parts)
    chain = before.chain if before else ""
    for state in states_since(before, first):
        chain = chained(chain, state)
    return Pledge(line.site, line.number, first.day, chain, oldest, parts)


def archives_of(version: Version, packed: Mapping[str, int]) -> dict[str, tuple[Archive, ...]]:
    """Return the archives of the parts whose packs are all in the bundle."""
    return {
        part.value: tuple(Archive(pack.tar, pack.size, packed[pack.tar]) for pack in one.packs)
        for part, one in version.parts.items()
        if all(pack.tar in packed for pack in one.packs)
    }


def states_since(before: Pledge | None, new: Pledge) -> Iterable[str]:
    """Return the states that a history is longer by; versions that were not signed are blank."""
    missed = new.version - (before.version if before else 0)
    return [*[UNKNOWN] * (missed - 1), new.state] if missed > 0 else ()


def append_state(folder: Path, new: Pledge, before: Pledge | None) -> None:
    """Write the history of a site on; an interruption before has left nothing that is not cut."""
    path = folder / history_file(new.code)
    path.parent.mkdir(exist_ok=True)
    listed = path.read_text("ascii").splitlines() if path.exists() else []
    states = [*listed[: before.version if before else 0], *states_since(before, new)]
    write_whole(path, "".join(f"{state}\n" for state in states).encode())
