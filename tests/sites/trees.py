"""Small trees of content to build, and what a build left on disk."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from shutil import ignore_patterns

from disclosure.division import load_register
from disclosure.sites.build import Built, Request, build_sites

SMALL = Path(__file__).parents[1] / "data" / "small"
DAY = date(2026, 11, 20)
VILLAGE = "content/9901/990101/990101100/990101100201"


def copy_small(folder: Path) -> Path:
    """Return a copy of the small tree that a test may change."""
    return Path(shutil.copytree(SMALL, folder / "root", ignore=ignore_patterns(".build")))


def build(root: Path, output: Path, *, jobs: int = 1, codes: tuple[str, ...] = ()) -> Built:
    """Build the divisions of these codes, all by default."""
    register = load_register(root)
    divisions = tuple(map(register.resolve, codes))
    return build_sites(Request(root, output, DAY, divisions, jobs=jobs))


def content_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file under a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
