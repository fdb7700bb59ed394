"""Lists the files of the parts to be packed, and tells whether they are as they were before."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from disclosure.bundle.names import LARGEST_FILE, Reason, twins, unfit
from disclosure.bundle.parts import COMMON, COMMON_FILES, COMMON_FOLDER, Part, part_of
from disclosure.bundle.places import FILE as PLACES
from disclosure.bundle.places import Places, write_places
from disclosure.leftovers import is_leftover
from disclosure.problem import Code, DisclosureError, Problem, in_order

SETTLED = 3_000_000_000  # ns after which a file that changes again has another time of change
# The time of change comes first: `max` finds the newest.
told_of = itemgetter(0, 2, 3)
said_of = attrgetter("st_ctime_ns", "st_ino", "st_size", "st_mode")
NAME_UNFIT = Code(
    "bundle-name-unfit",
    zh="{value} 不能放进离线包：{reason_zh}",
    en="{value} cannot be put into a bundle: {reason_en}",
    hint_zh="请给这个文件改名（小写字母、数字、连字符），或者拆成小一些的文件，再重新生成网站",
    hint_en="rename the file (letters, digits, hyphens) or split it, then build again",
)


class Found(NamedTuple):
    """A file to be packed; `data` is what it holds where it lies on no disk.

    `said` is what the system says of it: its time of change, its place, its size and its mode.
    What is no plain file has a size below nothing.
    """

    path: str
    size: int
    said: tuple[int, int, int, int] = (0, 0, 0, 0)
    data: bytes | None = None


class Listed(Struct, frozen=True):
    """The files of a part, by path; `said` is what the system says of them, "" = not reliable."""

    site: str
    part: Part
    files: tuple[Found, ...]
    said: str

    @property
    def key(self) -> tuple[str, Part]:
        return self.site, self.part


def list_sites(output: Path, sites: Iterable[str], places: Places, opened: int) -> list[Listed]:
    """Return all parts of some sites; `opened` is by the disk's clock, in ns.

    A version names those parts, too, that are not held.
    """
    named = write_places(places)
    return [listed for site in sites for listed in list_site(output, site, opened, named)]


def list_site(output: Path, site: str, opened: int, places: bytes = b"") -> list[Listed]:
    """Return the files of each part that a site has; the theme has the list of places beside it."""
    found: dict[Part, list[Found]] = {}
    for one in files_of(str(output), site):
        found.setdefault(part_of(one.path)[1], []).append(one)
    if Part.THEME in found:
        found[Part.THEME].append(Found(PLACES, len(places), data=places))
    return [
        Listed(site, part, tuple(files), tell(files, opened))
        for part in Part
        if (files := sorted(found.get(part, ())))
    ]


def tell(files: Iterable[Found], opened: int) -> str:
    """Return what the system says of some files, in short; "" where it is not reliable."""
    found = list(map(told_of, files))
    if max(said for _, said, _ in found)[0] >= opened - SETTLED:
        return ""
    told = repr(found).encode("utf-8", "surrogateescape")
    return hashlib.blake2b(told, digest_size=16).hexdigest()


def files_of(output: str, site: str) -> list[Found]:
    """Return the files of a site."""
    found: list[Found] = []
    if site == COMMON:
        add_files(found, f"{output}/{COMMON_FOLDER}", f"{COMMON_FOLDER}/")
        with os.scandir(output) as items:
            found += (found_as(item.name, item) for item in items if item.name in COMMON_FILES)
    else:
        add_files(found, f"{output}/{site}", f"{site}/")
    return found


def add_files(found: list[Found], folder: str, start: str) -> None:
    """Add the files below a folder that a build put there; their paths begin with `start`."""
    with os.scandir(folder) as items:
        for item in items:
            if item.is_dir(follow_symlinks=False):
                add_files(found, item.path, f"{start}{item.name}/")
            elif not is_leftover(item):
                found.append(found_as(start + item.name, item))


def found_as(path: str, item: os.DirEntry[str]) -> Found:
    """Return a file as it lies there; a link is not followed."""
    said = said_of(item.stat(follow_symlinks=False))
    size, mode = said[2:]
    return Found(path, size if stat.S_ISREG(mode) else -1, said)


def require_fit(listing: Iterable[Listed]) -> None:
    """Raise what is wrong with the names and sizes of files, those of a site held together."""
    problems: list[Problem] = []
    for _, parts in groupby(listing, key=attrgetter("site")):
        files = sorted((file for part in parts for file in part.files), key=attrgetter("path"))
        for file in files:
            reason = unfit(file.path) or unfit_size(file)
            if reason:
                problems.append(wrong(file.path, reason))
        for one, other in twins(file.path for file in files):
            zh, en = f"与 {one} 只有大小写不同", f"it differs from {one} in case alone"
            problems.append(wrong(other, Reason(zh, en)))
    if problems:
        raise DisclosureError(*in_order(problems))


def unfit_size(file: Found) -> Reason | None:
    """Return that a file is larger than a stick may hold, or is none."""
    if file.size < 0:
        return Reason("它不是普通文件", "it is no plain file")
    if file.size > LARGEST_FILE:
        return Reason("文件达到 2 GiB，U 盘装不下", "it has 2 GiB, more than a stick takes")
    return None


def wrong(path: str, reason: Reason) -> Problem:
    """Return the problem of one file."""
    return NAME_UNFIT.at(path, value=path, reason_zh=reason.zh, reason_en=reason.en)
