"""The folder of an index: only what differs is written, and what no longer belongs is removed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from disclosure.regular import holds
from disclosure.search.said import said_of

ENDING, PART = ".js", ".part"


class TouchedError(Exception):
    """A file is not the one that was written."""


class IndexFolder:
    """A folder being brought to a new state; `written` are the names of the files that differed.

    `looks` is what the system is to say, by name, of files that are read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.names: set[str] = set()
        self.written: list[str] = []
        self.removed: list[str] = []
        self.made: set[str] = set()
        self.swept: set[str] = set()
        self.looks: dict[str, str] = {}
        self.size = 0  # bytes written

    def put(self, name: str, text: str) -> None:
        """Let a file hold a text."""
        data, path = text.encode(), f"{self.path}/{name}"
        self.names.add(name)
        self.make(name.rpartition("/")[0])
        if holds(path, data):
            return
        part = Path(path + PART)
        part.write_bytes(data)
        part.replace(path)
        self.looks.pop(name, None)
        self.written.append(name)
        self.size += len(data)

    def make(self, name: str) -> None:
        """Make a folder; a link in its place, which may lead anywhere, is taken away."""
        if name in self.made:
            return
        if name:
            self.make(name.rpartition("/")[0])
        folder = self.path / name
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        folder.mkdir(parents=not name, exist_ok=True)
        self.made.add(name)

    def keep(self, names: Iterable[str]) -> None:
        """Let files stay as they are."""
        self.names.update(names)

    def vouch(self, folder: str) -> None:
        """Hold that there is nothing in a folder that does not belong."""
        self.swept.add(folder)

    def expect(self, looks: Mapping[str, str]) -> None:
        """Hold files that are read to what the system said of them when they were written."""
        self.looks.update(looks)

    def read(self, name: str) -> str:
        """Return the text of a file; raise TouchedError where it does not look as expected."""
        path = f"{self.path}/{name}"
        if name in self.looks and said_of(path) != self.looks[name]:
            raise TouchedError
        return Path(path).read_text("utf-8")

    def start_over(self, folder: str) -> None:
        """Let nothing count that was put into a folder so far."""
        self.names = {name for name in self.names if not name.startswith(f"{folder}/")}

    def remove(self, name: str) -> None:
        """Remove a file, and the folders that are empty then."""
        path = self.path / name
        path.unlink()
        self.names.discard(name)
        self.removed.append(name)
        for folder in path.relative_to(self.path).parents[:-1]:
            if any((self.path / folder).iterdir()):
                break
            (self.path / folder).rmdir()
            self.made.discard(folder.as_posix())

    def sweep(self, name: str) -> None:
        """Remove what does not belong into a folder of this name."""
        self.swept.add(name)
        for base, folders, files in os.walk(self.path / name, topdown=False):
            for one in (*files, *folders):
                self.sweep_one(Path(base, one))
        self.sweep_one(self.path / name)

    def sweep_one(self, path: Path) -> None:
        """Remove a file that does not belong, or an empty folder."""
        known = path.relative_to(self.path).as_posix()
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif known not in self.names:
            path.unlink(missing_ok=True)
            self.removed.append(known)

    def close(self) -> list[str]:
        """Remove what does not belong anywhere; return the names of all that was removed."""
        for path in sorted(self.path.iterdir()):
            if path.name not in self.swept:
                self.sweep(path.name)
        return sorted(self.removed)
