"""Lists the files of the parts to be packed, and tells whether they are as they were before."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from disclosure.bundle.names import LARGEST_FILE, Reason, twins, unfit
from disclosure.bundle.parts import COMMON, COMMON_FILES, COMMON_FOLDER, Part, part_of
from disclosure.problem import Code, Problem

SETTLED = 3_000_000_000  # ns after which a file that changes again has another time of change
# The time of change comes first: `max` finds the newest.
said_of = attrgetter("st_ctime_ns", "st_ino", "st_size", "st_mode")
NAME_UNFIT = Code(
    "bundle-name-unfit",
    zh="{value} 不能放进离线包：{reason_zh}",
    en="{value} cannot be put into a bundle: {reason_en}",
    hint_zh="请给这个文件改名（小写字母、数字、连字符），或者拆成小一些的文件，再重新生成网站",
    hint_en="rename the file (letters, digits, hyphens) or split it, then build again",
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be packed; `data` is what it holds where it lies on no disk."""

    path: str
    size: int
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """The files of a part, by path; `said` is what the system says of them, "" = not reliable."""

    site: str
    part: Part
    files: tuple[Found, ...]
    said: str

    @property
    def key(self) -> tuple[str, Part]:
        return self.site, self.part


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it lies there; `said` ends with its mode."""

    path: str
    said: tuple[int, int, int, int]
    is_plain: bool


def list_site(output: Path, site: str, parts: Iterable[Part], opened: int) -> list[Listed]:
    """Return the files of some parts of a site; `opened` is the time on the disk's own clock, ns.

    A part without files is left out.
    """
    seen: dict[Part, list[Seen]] = {part: [] for part in parts}
    for one in files_of(str(output), site):
        part = part_of(one.path)[1]
        if part in seen:
            seen[part].append(one)
    return [listed(site, part, some, opened) for part, some in seen.items() if some]


def listed(site: str, part: Part, seen: list[Seen], opened: int) -> Listed:
    """Return a part as it was seen."""
    seen.sort(key=attrgetter("path"))
    is_reliable = max(one.said for one in seen)[0] < opened - SETTLED
    told = repr([(one.path, one.said) for one in seen]).encode("utf-8", "surrogateescape")
    said = hashlib.blake2b(told, digest_size=16).hexdigest() if is_reliable else ""
    return Listed(site, part, tuple(Found(one.path, one.said[2]) for one in seen), said)


def files_of(output: str, site: str) -> Iterator[Seen]:
    """Yield the files of a site."""
    if site != COMMON:
        yield from files_below(f"{output}/{site}", f"{site}/")
        return
    yield from files_below(f"{output}/{COMMON_FOLDER}", f"{COMMON_FOLDER}/")
    with os.scandir(output) as items:
        yield from (seen_as(item.name, item) for item in items if item.name in COMMON_FILES)


def files_below(folder: str, start: str) -> Iterator[Seen]:
    """Yield the files below a folder; their paths begin with `start`."""
    with os.scandir(folder) as items:
        for item in items:
            if item.is_dir(follow_symlinks=False):
                yield from files_below(item.path, f"{start}{item.name}/")
            else:
                yield seen_as(start + item.name, item)


def seen_as(path: str, item: os.DirEntry[str]) -> Seen:
    return Seen(
        path, said_of(item.stat(follow_symlinks=False)), item.is_file(follow_symlinks=False)
    )


def unfit_files(files: Iterable[Found]) -> Iterator[Problem]:
    """Yield what is wrong with the names and sizes of the files of a site, whatever its parts."""
    files = list(files)
    for file in files:
        reason = unfit(file.path) or too_large(file)
        if reason:
            yield wrong(file.path, reason)
    for one, other in twins(sorted(file.path for file in files)):
        zh, en = f"与 {one} 只有大小写不同", f"it differs from {one} in case alone"
        yield wrong(other, Reason(zh, en))


def too_large(file: Found) -> Reason | None:
    """Return that a file is larger than a stick may hold."""
    if file.size <= LARGEST_FILE:
        return None
    return Reason("文件达到 2 GiB，U 盘装不下", "it has 2 GiB, more than a stick takes")


def wrong(path: str, reason: Reason) -> Problem:
    """Return the problem of one file."""
    return NAME_UNFIT.at(path, value=path, reason_zh=reason.zh, reason_en=reason.en)
