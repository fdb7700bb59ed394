"""Writes the files of one site: a folder is made once, a file costs three calls to the system."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


class SiteFiles:
    """Everything below the root of a site; a name is relative to it, such as `group/A01.html`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folders: set[str] = set()
        self.written: set[str] = set()

    def write(self, name: str, content: str | bytes) -> None:
        """Write one file, text as UTF-8; two files of one name are a defect."""
        path = self.place(name)
        rest = memoryview(content.encode() if isinstance(content, str) else content)
        handle = os.open(path, NEW, 0o666)
        try:
            while rest:
                rest = rest[os.write(handle, rest) :]
        finally:
            os.close(handle)

    def path(self, name: str) -> Path:
        """Return where a file is to be written by what writes files itself."""
        return Path(self.place(name))

    def copy(self, source: str, name: str) -> None:
        """Copy a committed file; it goes before one of its name that was written."""
        shutil.copyfile(source, self.reach(name))

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
