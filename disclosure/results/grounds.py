"""The digest of what every finding rests on: the rules, the standard, the registers, the libraries.

Any change of it and everything is checked anew; the day of the check is no part of it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import disclosure
from disclosure.catalogue import standard_of
from disclosure.regular import read_regular

FORM = "1"  # of what is kept; another number, and nothing that was kept before is read
CATALOGUE = "catalogue"
LIBRARIES = ("frictionless", "pypdf", "pyyaml")  # those that rules ask
CACHES = "__pycache__"


def digest_grounds(root: Path) -> str:
    """Return the digest for the content under a root; raise OSError where a file is not read."""
    found = hashlib.blake2b(digest_size=16)
    for text in (FORM, sys.version, *map(version_of, LIBRARIES)):
        found.update(f"{text}\n".encode())
    rules = Path(disclosure.__file__).parent
    for folder in (rules, standard_of(root) / CATALOGUE, root / CATALOGUE):
        for path in files_below(folder):
            data = read_regular(path)
            name = path.relative_to(folder).as_posix()
            found.update(f"{name}\n{len(data)}\n".encode("utf-8", "surrogateescape"))
            found.update(data)
        found.update(b"\n\n")
    return found.hexdigest()


def files_below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, by name, Python's own caches left out."""
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != CACHES)
        yield from (Path(base) / name for name in sorted(files))


def version_of(library: str) -> str:
    """Return the version of a library, "" where it is not installed."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
