"""The folder of a mirror: what it is to hold, what it holds, and which of it is shown.

mirror.json            what it is to hold, and where it asks
root.json              the first keys it believes
known/                 the signed lists as last seen
staged/                what is being fetched; resumed after an interruption
sites/<part>/          files of a version of a part, never changed again; manifest beside
archives/<hash>.zst    what these were unpacked from
releases/<n>.json      which versions belong together
releases/<n>/          the signed lists that say so
CURRENT                the number of the release that is shown: replaced in one step
last.json              how the last update ended
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct, field, to_builtins

from disclosure.alone import hold
from disclosure.bundle.joined import state_of
from disclosure.mirror.problems import HOME_BUSY, HOME_TAKEN, NO_MIRROR
from disclosure.problem import DisclosureError
from disclosure.whole import write_whole

FORMAT = 1
SETTINGS, FIRST_ROOT, CURRENT, LAST = "mirror.json", "root.json", "CURRENT", "last.json"
KNOWN, STAGED, SITES, RELEASES = "known", "staged", "sites", "releases"
ARCHIVES = "archives"
DIGITS = 16  # of the hash in a folder's name
KEPT = 2  # releases that stay


class Settings(Struct, frozen=True):
    """What a mirror is to hold: the site of a division, those above it, neighbours, other parts."""

    code: str
    source: str
    neighbours: tuple[str, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()


class Held(Struct, frozen=True):
    """A version of a site as it is held: the hashes of its archives by part.

    `follows` tells whether it descends from the version that was held before it.
    """

    version: int
    day: str
    chain: str
    parts: Mapping[str, Sequence[str]]
    follows: bool = True


class Release(Struct, frozen=True):
    """Versions that belong together, by code."""

    number: int = 0
    sites: Mapping[str, Held] = field(default_factory=dict)

    @property
    def day(self) -> str:
        """The day of the newest content, "" where nothing is held."""
        return max((held.day for held in self.sites.values()), default="")

    @property
    def parts(self) -> list[tuple[str, str, Sequence[str]]]:
        """All that is held: code, part and the hashes of its archives."""
        return [
            (code, part, archives)
            for code, held in self.sites.items()
            for part, archives in held.parts.items()
        ]


class Home(Struct, frozen=True):
    """The folder."""

    folder: Path

    @property
    def known(self) -> Path:
        return self.folder / KNOWN

    @property
    def staged(self) -> Path:
        return self.folder / STAGED

    def part(self, code: str, part: str, archives: Sequence[str]) -> Path:
        """Return the folder of the files that some archives of a part hold."""
        return self.folder / SITES / f"{code}-{part}-{state_of(archives)[:DIGITS]}"

    def archive(self, sha256: str) -> Path:
        """Return where an archive is kept, that the next may be patched from it."""
        return self.folder / ARCHIVES / f"{sha256}.zst"

    def lists(self, number: int) -> Path:
        """Return where the signed lists lie that a release rests on."""
        return self.folder / RELEASES / f"{number}"

    def settings(self) -> Settings:
        """Return what it is to hold; raise where the folder is no mirror."""
        try:
            about = read_json(self.folder / SETTINGS)
            chosen = tuple((code, part) for code, part in about["chosen"])
            return Settings(about["code"], about["source"], tuple(about["neighbours"]), chosen)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DisclosureError(NO_MIRROR.at("", value=str(self.folder))) from error

    def first_root(self) -> bytes:
        """Return the keys it was given to believe."""
        return (self.folder / FIRST_ROOT).read_bytes()

    def current(self) -> Release:
        """Return the release that is shown; one with nothing in it before the first.

        Where that cannot be read any more it is the newest that can.
        """
        if not (self.folder / CURRENT).exists():
            return Release()
        numbers = (self.named(), *reversed(self.releases()))
        return next(filter(None, map(self.readable, numbers)), Release())

    def named(self) -> int:
        """Return the number that CURRENT names, 0 where it names none."""
        with suppress(OSError, ValueError):
            return int((self.folder / CURRENT).read_text("ascii"))
        return 0

    def stamp(self) -> int:
        """Return something that changes when another release is shown."""
        try:
            return (self.folder / CURRENT).stat().st_mtime_ns
        except FileNotFoundError:
            return 0

    def release(self, number: int) -> Release:
        """Return one release; raise where it is damaged."""
        about = read_json(self.folder / RELEASES / f"{number}.json")
        sites = {code: Held(**held) for code, held in about["sites"].items()}
        for held in sites.values():
            date.fromisoformat(held.day)
        return Release(about["number"], sites)

    def readable(self, number: int) -> Release | None:
        """Return one release, None where it is not there or damaged."""
        with suppress(OSError, ValueError, LookupError, TypeError, AttributeError):
            return self.release(number)
        return None

    def releases(self) -> list[int]:
        """Return the numbers of the releases that are kept, the newest last."""
        stems = [path.stem for path in (self.folder / RELEASES).glob("*.json")]
        return sorted(int(stem) for stem in stems if stem.isdecimal())

    def show(self, release: Release) -> None:
        """Write a release down and show it from now on, in one step."""
        (self.folder / RELEASES).mkdir(exist_ok=True)
        about = {"format": FORMAT, **to_builtins(release)}
        write_whole(self.folder / RELEASES / f"{release.number}.json", as_json(about))
        write_whole(self.folder / CURRENT, f"{release.number}\n".encode())

    def alone(self) -> AbstractContextManager[None]:
        """Let nobody else change the mirror meanwhile."""
        return hold(self.folder, HOME_BUSY)


def make_home(folder: Path, settings: Settings, root: bytes) -> Home:
    """Make a mirror that holds nothing yet."""
    if (folder / SETTINGS).exists():
        raise DisclosureError(HOME_TAKEN.at("", value=str(folder)))
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / FIRST_ROOT, root)
    write_whole(folder / SETTINGS, as_json({"format": FORMAT, **to_builtins(settings)}))
    return Home(folder)


def read_json(path: Path) -> Any:  # Any: each reader knows its own file
    """Return what a file of ours holds."""
    return json.loads(path.read_text("utf-8"))


def as_json(about: object) -> bytes:
    """Return JSON as people read it."""
    return (json.dumps(about, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
