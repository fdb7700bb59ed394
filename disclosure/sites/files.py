"""Writes the files of one site: a folder is made once, a file costs three calls to the system.

A file that is the same as in the site that stands is not written again: it is linked, and so keeps
its place on the disk and its times. Whoever copies the output on then sees what really changed.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from disclosure.regular import holds
from disclosure.sites.pages.search.view import FOLDER, INDEX

NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
PART = ".linked"


class SiteFiles:
    """Everything below the root of a site; a name is relative to it, such as `group/A01.html`.

    `before` is the site that stands, None where there is none or it is not to be looked at.
    """

    def __init__(self, root: Path, before: Path | None = None) -> None:
        self.root = root
        self.before = before
        self.folders: set[str] = set()
        self.written: set[str] = set()
        self.copied: set[str] = set()
        self.lent: set[str] = set()
        self.linked: set[str] = set()

    def write(self, name: str, content: str | bytes) -> None:
        """Write one file, text as UTF-8; two files of one name are a defect."""
        path = self.place(name)
        data = content.encode() if isinstance(content, str) else content
        if self.before and self.holds(name, data) and self.link(name, path):
            return
        rest = memoryview(data)
        handle = os.open(path, NEW, 0o666)
        try:
            while rest:
                rest = rest[os.write(handle, rest) :]
        finally:
            os.close(handle)

    def path(self, name: str) -> Path:
        """Return where a file is to be written by what writes files itself."""
        self.lent.add(name)
        return Path(self.place(name))

    def copy(self, source: str, name: str) -> None:
        """Copy a committed file; it goes before one of its name that was written."""
        path = self.reach(name)
        self.copied.add(name)
        if name in self.linked:  # or the copy would be written into the site that stands
            self.linked.discard(name)
            Path(path).unlink()
        if self.before and self.holds(name, Path(source).read_bytes()) and self.link(name, path):
            return
        shutil.copyfile(source, path)
        self.lent.add(name)

    def settle(self) -> None:
        """Link what others have written, too, where it is as in the site that stands."""
        for name in sorted(self.lent) if self.before else ():
            path, part = self.root / name, f"{self.root}/{name}{PART}"
            if self.holds(name, path.read_bytes()) and self.link(name, part):
                Path(part).replace(path)
        self.lent.clear()

    def differ(self) -> bool:
        """Tell whether the site that stands has any other file, or one less; indexes do not count.

        To be asked when all is settled.
        """
        if self.before is None or self.linked != self.written | self.copied:
            return True
        return self.linked != set(names_below(str(self.before)))

    def holds(self, name: str, data: bytes) -> bool:
        """Tell whether the site that stands has a plain file of this name with this content."""
        return holds(f"{self.before}/{name}", data)

    def link(self, name: str, path: str) -> bool:
        """Take a file over from the site that stands; return whether the disk allows it."""
        try:
            os.link(f"{self.before}/{name}", path, follow_symlinks=False)
        except OSError:
            return False
        self.linked.add(name)
        return True

    def place(self, name: str) -> str:
        """Return where a file is to be written, which no other has been."""
        if name in self.written:
            path = f"{self.root}/{name}"
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)
        self.written.add(name)
        return self.reach(name)

    def reach(self, name: str) -> str:
        """Return where a file stands; its folder is there by then."""
        path = f"{self.root}/{name}"
        folder = name.rpartition("/")[0]
        if folder not in self.folders:
            if os.pardir in folder.split("/"):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
            (self.root / folder).mkdir(parents=True, exist_ok=True)
            self.folders.add(folder)
        return path


def names_below(site: str) -> Iterator[str]:
    """Yield the files of a site, without those of an index, which is not made with its pages."""
    start = len(site) + 1
    for folder, folders, names in os.walk(site):
        if folder == f"{site}/{FOLDER}":
            folders[:] = [name for name in folders if name != INDEX]
        yield from (f"{folder}/{name}"[start:] for name in names)
