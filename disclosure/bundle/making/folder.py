"""The folder of a bundle: files that are written whole or not at all, and named by their hash."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from disclosure.problem import Code, DisclosureError

FOLDERS = ("packs", "versions", "manifests", "deltas", "blobs", "releases")
WRITING = ".writing"  # lies there while a bundle is being written
PART = ".part"
OUT_REFUSED = Code(
    "bundle-folder-refused",
    zh="离线包不能写到 {value}：{reason_zh}",
    en="the bundle cannot be written to {value}: {reason_en}",
    hint_zh="请用 --out 指定一个空文件夹，或以前的离线包",
    hint_en="name an empty folder with --out, or an earlier bundle",
)
BUSY = Code(
    "bundle-busy",
    zh="另一个程序正在写入离线包 {value}",
    en="another program is writing to the bundle {value}",
    hint_zh="请等它结束后再运行，或用 --out 写到别的文件夹",
    hint_en="wait until it has ended, or name another folder with --out",
)


class BundleFolder:
    """Where a bundle lies; names are relative to it and have `/` between their parts."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folders: set[str] = set()

    def has(self, name: str) -> bool:
        """Tell whether a file is there."""
        return os.path.isfile(f"{self.root}/{name}")  # noqa: PTH113 - asked for every pack

    def read(self, name: str) -> bytes:
        """Return what a file holds."""
        return (self.root / name).read_bytes()

    def put(self, name: str, data: bytes) -> None:
        """Write a file in place of the one before; one named by its hash is the same already."""
        part = self.reach(name + PART)
        part.write_bytes(data)
        part.replace(self.root / name)

    def reach(self, name: str) -> Path:
        """Return where a file lies; its folder is there by then."""
        folder = name.rpartition("/")[0]
        if folder not in self.folders:
            (self.root / folder).mkdir(parents=True, exist_ok=True)
            self.folders.add(folder)
        return self.root / name

    def remove(self, name: str) -> None:
        """Remove a file or a folder of ours, if it is there."""
        path = self.root / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        with suppress(OSError):  # others are in it
            path.parent.rmdir()
            self.folders.discard(name.rpartition("/")[0])

    def all_files(self) -> set[str]:
        """Return the names of all files that bundles consist of, and of what was never finished."""
        start = len(str(self.root)) + 1
        return {
            f"{base}/{name}"[start:].replace(os.sep, "/")
            for folder in FOLDERS
            for base, _, names in os.walk(self.root / folder)
            for name in names
        }


def require_usable(folder: Path, output: Path, marker: str) -> None:
    """Refuse a folder that holds something else, or lies where sites are built."""
    real, sites = Path(os.path.realpath(folder)), Path(os.path.realpath(output))
    if real.is_relative_to(sites) or sites.is_relative_to(real):
        raise refused(folder, "它与网站所在的文件夹重叠", "it overlaps the folder of the sites")
    if os.path.lexists(real) and not real.is_dir():
        raise refused(folder, "它不是文件夹", "it is not a folder")
    is_empty = not real.is_dir() or not any(real.iterdir())
    if not (is_empty or (real / marker).is_file() or (real / WRITING).is_file()):
        raise refused(folder, "里面有别的文件", "other files are in it")


def refused(folder: Path, reason_zh: str, reason_en: str) -> DisclosureError:
    """Return why a folder cannot be taken."""
    problem = OUT_REFUSED.at("", value=str(folder), reason_zh=reason_zh, reason_en=reason_en)
    return DisclosureError(problem)
