"""What changed files ask for: which divisions are read again, and whether everything is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from disclosure.catalogue import PRODUCT
from disclosure.division import CONTENT, Division, Register
from disclosure.entry.tree import PARTS
from disclosure.rules.selection import CATALOGUE, own_folder
from disclosure.sites.kept.grounds import OWN

TEMPLATES, STATIC = PRODUCT / "theme" / "templates", PRODUCT / "theme" / "static"
PROGRAM = tuple(PRODUCT / name for name in ("commands", "disclosure", "plugins", "tasks.py"))


class Changes(Struct, frozen=True):
    """The folders of divisions that changed, relative to the root, and what else did.

    `ground` is what all sites rest on: standard, registers, settings, templates, style sheets.
    `program` is what only a new process knows of.
    """

    folders: frozenset[str]
    ground: bool = False
    program: bool = False


def changes_in(root: Path, files: Iterable[str]) -> Changes:
    """Return what some changed files, by absolute path, ask for."""
    folders = set()
    ground = program = False
    for file in files:
        path = Path(file)
        inside = path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
        if inside.partition("/")[0] == CONTENT:
            folders.add(own_folder(inside))
        elif any(path.is_relative_to(place) for place in PROGRAM):
            program = True
        else:
            ground = True
    return Changes(frozenset(folders), ground, program)


def watched(root: Path, register: Register, divisions: Iterable[Division]) -> tuple[Path, ...]:
    """Return the files and folders whose changes matter to the sites of some divisions.

    Folders are meant with all below them. No divisions = all: the whole content.
    """
    some = tuple(divisions)
    content = set(folders_around(root, register, some)) if some else {root / CONTENT}
    shared = {
        *PROGRAM,
        *(place / CATALOGUE for place in (root, PRODUCT)),
        *(place / name for place in (root, PRODUCT) for name in (OWN, "publishconf.py")),
        TEMPLATES,
        STATIC,
    }
    return tuple(sorted(path for path in content | shared if path.exists()))


def folders_around(root: Path, register: Register, divisions: Iterable[Division]) -> Iterator[Path]:
    """Yield the folders of divisions, and what the divisions above them publish themselves.

    Where a folder is not there yet, the nearest above it will see it made.
    """
    for division in divisions:
        folder = root / division.folder
        while not folder.is_dir() and folder != root:
            folder = folder.parent
        yield folder
        for above in register.ancestors(division):
            yield from (root / above.folder / part for part in sorted(PARTS))
