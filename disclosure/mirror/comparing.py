"""Holds sites that stand somewhere, in a folder or on a web server, against what was signed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from disclosure.bundle.manifest import Line
from disclosure.bundle.pack import open_pack, read_contents
from disclosure.bundle.parts import COMMON, Part, part_of
from disclosure.bundle.subscription import Subscription
from disclosure.bundle.verify import Differences, files_below, verify
from disclosure.bundle.version import Pack
from disclosure.mirror.fetch import Fetcher
from disclosure.mirror.source import Source
from disclosure.trust.client import Lists, fetch_lists, fetch_pledge
from disclosure.trust.pledge import Archive, Pledge

LISTS = "lists"


@dataclass(frozen=True, slots=True)
class Compared:
    """How one part of a site stands; `differences` is None where nothing of the part is there."""

    code: str
    part: Part
    version: int
    day: str
    files: int
    differences: Differences | None


class Signed:
    """What a bundle signs, read as it is asked for; `folder` takes what is fetched for it."""

    def __init__(self, source: Source, root: bytes, folder: Path, now: datetime) -> None:
        self.fetcher = Fetcher(source, folder)
        self.lists: Lists = fetch_lists(folder / LISTS, self.fetcher.read, root, now, source.name)

    def pledge(self, code: str) -> Pledge | None:
        """Return what is signed of a site."""
        return fetch_pledge(self.lists, code, self.fetcher.name)

    def lines(self, code: str, part: Part, archives: Sequence[Archive]) -> list[Line]:
        """Return every file that is signed of a part, by path."""
        found: list[Line] = []
        for archive in archives:
            pack = Pack(archive.sha256, archive.size)
            staged = self.fetcher.whole(pack.file, archive.packed)
            tar = open_pack(staged.read_bytes(), pack)
            found += read_contents(tar, code, part, pack.file).lines
            staged.unlink()
        return sorted(found)


def compare_folder(folder: Path, signed: Signed, code: str) -> Iterator[Compared]:
    """Yield how the parts of a site in a folder stand; nothing where none is signed."""
    for part, archives in parts_of(signed, code):
        lines = signed.lines(code, part, archives)
        is_there = any((folder / line.path).is_file() for line in lines)
        held = Subscription({code: frozenset({part})})
        found = verify(folder, lines, held) if is_there else None
        yield compared(signed, code, part, len(lines), found)
    known = {part for part, _ in parts_of(signed, code)}
    others: dict[Part, list[str]] = {}
    for path in sorted(files_below(folder / code)) if known and code != COMMON else ():
        part = part_of(f"{code}/{path}")[1]
        if part not in known:
            others.setdefault(part, []).append(f"{code}/{path}")
    for part, paths in others.items():
        yield compared(signed, code, part, 0, Differences(tuple(paths), (), ()))


def compare_line(there: Source, signed: Signed, code: str) -> Iterator[Compared]:
    """Yield how the parts of a site on a web server stand; files it has beside are not seen."""
    for part, archives in parts_of(signed, code):
        lines = signed.lines(code, part, archives)
        missing, changed = [], []
        for line in lines:
            digest = hash_at(there, line)
            if digest is None:
                missing.append(line.path)
            elif digest != line.sha256:
                changed.append(line.path)
        is_there = len(missing) < len(lines)
        found = Differences((), tuple(missing), tuple(changed)) if is_there else None
        yield compared(signed, code, part, len(lines), found)


def parts_of(signed: Signed, code: str) -> Iterator[tuple[Part, Sequence[Archive]]]:
    """Yield the parts that are signed of a site, with their archives."""
    pledge = signed.pledge(code)
    for name, archives in sorted(pledge.parts.items()) if pledge else ():
        yield Part(name), archives


def compared(
    signed: Signed, code: str, part: Part, files: int, found: Differences | None
) -> Compared:
    """Return how a part stands."""
    pledge = signed.pledge(code)
    assert pledge is not None
    return Compared(code, part, pledge.version, pledge.day.isoformat(), files, found)


def hash_at(there: Source, line: Line) -> str | None:
    """Return the SHA-256 of what stands at an address, read no further than it should be long."""
    found, left = hashlib.sha256(), line.size
    try:
        for chunk in there.read(line.path):
            found.update(chunk)
            left -= len(chunk)
            if left < 0:
                break
    except FileNotFoundError:
        return None
    return found.hexdigest()


def codes_in(folder: Path) -> list[str]:
    """Return the codes of the sites in a folder, what all share first."""
    codes = sorted(path.name for path in folder.iterdir() if path.name.isdecimal())
    return [COMMON, *codes]
