"""Which names files may have so that a stick (FAT32), Windows and Linux all take them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

LONGEST = 120  # characters from the root of all sites: folders of a village PC come before it
LONGEST_NAME = 100  # characters of the last part: the most that the oldest form of tar holds
LARGEST_FILE = (2 << 30) - 1  # bytes; some readers of FAT32 stop here
PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*", re.ASCII)
RESERVED = re.compile(
    r"(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.[^/]*)?(?:/|$)", re.ASCII | re.IGNORECASE
)
ENDS_IN_DOT = re.compile(r"\.(?:/|$)", re.ASCII)


class Reason(NamedTuple):
    """Why a name cannot be taken."""

    zh: str
    en: str


def unfit(path: str) -> Reason | None:
    """Return why a file may not have this name, None where it may."""
    if len(path) > LONGEST:
        return Reason(
            f"路径有 {len(path)} 个字符，最多 {LONGEST} 个",
            f"its path has {len(path)} characters, more than {LONGEST}",
        )
    if len(path.rpartition("/")[2]) > LONGEST_NAME:
        return Reason(
            f"文件名超过 {LONGEST_NAME} 个字符",
            f"its name is longer than {LONGEST_NAME} characters",
        )
    if not PLAIN.fullmatch(path):
        return Reason(
            "名称只能用英文字母、数字、点、连字符和下划线，不能以点开头",
            "names are of letters, digits, dots, hyphens and underscores, and begin with no dot",
        )
    if ENDS_IN_DOT.search(path):
        return Reason("名称不能以点结尾", "a name must not end in a dot")
    if RESERVED.search(path):
        return Reason("名称是 Windows 保留的设备名", "the name is one of a device on Windows")
    return None


def twins(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of paths that one folder of Windows cannot hold: alike but for case.

    A file and a folder of one name are such a pair, too.
    """
    taken: dict[str, str] = {}
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in folders:
            folders.add(folder)
            yield from clashes(taken, folders_of(folder), is_folder=True)
        yield from clashes(taken, (path,), is_folder=False)


def clashes(
    taken: dict[str, str], names: Iterable[str], *, is_folder: bool
) -> Iterator[tuple[str, str]]:
    """Take some names, folders ended by a slash; yield those that are taken otherwise."""
    for name in names:
        kept = f"{name}/" if is_folder else name
        before = taken.setdefault(name.lower(), kept)
        if before != kept:
            yield before, kept


def folders_of(folder: str) -> Iterator[str]:
    """Yield a folder and those it lies in, the outermost first."""
    parts = folder.split("/") if folder else []
    return ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
