"""The folder of an index: only what differs is written, and what no longer belongs is removed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from disclosure.search.state import digest_of

PART = ".part"


class IndexFolder:
    """A folder being brought to a new state; `written` are the names of the files that differed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.names: set[str] = set()
        self.written: list[str] = []
        self.made: set[Path] = set()
        self.size = 0  # bytes written

    def put(self, name: str, text: str) -> None:
        """Let a file hold a text."""
        data, path = text.encode(), self.path / name
        self.names.add(name)
        self.make(path.parent)
        try:
            if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
                return
        except OSError:
            pass  # it is written anew
        part = path.with_name(path.name + PART)
        part.write_bytes(data)
        part.replace(path)
        self.written.append(name)
        self.size += len(data)

    def make(self, folder: Path) -> None:
        """Make a folder; a link in its place, which may lead anywhere, is taken away."""
        if folder in self.made:
            return
        if folder != self.path:
            self.make(folder.parent)
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        folder.mkdir(parents=folder == self.path, exist_ok=True)
        self.made.add(folder)

    def keep(self, names: Iterable[str]) -> None:
        """Let files stay as they are."""
        self.names.update(names)

    def look(self, names: Iterable[str]) -> str:
        """Return what the system says of some files, as a digest; "" where one is missing.

        Whoever changes or replaces a file changes what is said of it.
        """
        try:
            return digest_of([self.said(name) for name in names])
        except OSError:
            return ""

    def said(self, name: str) -> list[int]:
        """Return the time of change, the number, the size and the mode of a file."""
        about = os.lstat(f"{self.path}/{name}")
        return [about.st_ctime_ns, about.st_ino, about.st_size, about.st_mode]

    def close(self) -> list[str]:
        """Remove what does not belong; return the names that were removed."""
        removed = []
        for base, folders, files in os.walk(self.path, topdown=False):
            for name in (*files, *folders):
                path = Path(base, name)
                known = path.relative_to(self.path).as_posix()
                if path.is_dir() and not path.is_symlink():
                    if not any(path.iterdir()):
                        path.rmdir()
                elif known not in self.names:
                    path.unlink()
                    removed.append(known)
        return sorted(removed)
