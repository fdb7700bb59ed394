"""The digest of what everything kept rests on: the program, the standard, the registers, libraries.

Any change of it and everything is made anew; the day is no part of it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import disclosure
from disclosure.product import standard_of
from disclosure.regular import read_regular

FORM = "2"  # of what is kept; another number, and nothing that was kept before is believed
CATALOGUE = "catalogue"
CACHES = "__pycache__"
ABOUT = (".dist-info", ".egg-info")


def digest_grounds(root: Path, libraries: Iterable[str], further: Iterable[Path] = ()) -> str:
    """Return the digest for the content under a root; raise OSError where a file is not read.

    `libraries` are those whose versions matter, `further` files and folders that do.
    """
    found = hashlib.blake2b(digest_size=16)
    for text in (FORM, sys.version, *versions_of(libraries)):
        found.update(f"{text}\n".encode())
    program = Path(disclosure.__file__).parent
    for place in (program, standard_of(root) / CATALOGUE, root / CATALOGUE, *further):
        found.update(f"{digest_files(place)}\n".encode())
    return found.hexdigest()


def digest_files(place: Path) -> str:
    """Return the digest of a file, or of all files below a folder with their names."""
    found = hashlib.blake2b(digest_size=16)
    start = len(f"{place}/")
    for path in files_below(place):
        data = read_regular(path)
        name = path[start:] or "."
        found.update(f"{name}\n{len(data)}\n".encode("utf-8", "surrogateescape"))
        found.update(data)
    return found.hexdigest()


def files_below(place: Path) -> Iterator[str]:
    """Yield the files below a folder, by name, Python's own caches left out; a file is its own."""
    if place.is_file():
        yield str(place)
    for base, folders, files in os.walk(place):
        folders[:] = sorted(name for name in folders if name != CACHES)
        yield from (f"{base}/{name}" for name in sorted(files))


def versions_of(libraries: Iterable[str]) -> Iterator[str]:
    """Yield the versions of libraries, "" where one is not installed.

    They stand in the names of the folders beside a library; to read what lies there, as
    `importlib.metadata` does, takes longer than all the rest of what is digested here.
    """
    found: dict[str, str] = {}
    for place in sys.path:
        with suppress(OSError), os.scandir(place or os.curdir) as items:  # it may be no folder
            for name in sorted(item.name for item in items if item.name.endswith(ABOUT)):
                library, _, version = name.rpartition(".")[0].partition("-")
                found.setdefault(library.lower(), version)
    return (found.get(library, "") for library in libraries)
