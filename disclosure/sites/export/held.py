"""The files of one site that is read alone: its own, the theme, and pages for what is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from disclosure.bundle.parts import COMMON_FOLDER
from disclosure.bundle.places import Places
from disclosure.bundle.stubs import HOME, missing_pages, write_front, write_stub
from disclosure.bundle.verify import files_below


def held_files(output: Path, places: Places, code: str, address: str) -> dict[str, Path | bytes]:
    """Return the files by path, as files of the output or as bytes that were made.

    `address` is the public one of all sites or "". Links to other sites lead to a page that says
    where the place is to be found.
    """
    found: dict[str, Path | bytes] = {
        f"{top}/{path}": output / top / path
        for top in (code, COMMON_FOLDER)
        for path in files_below(output / top)
    }
    stubs = {path: write_stub(path, places, address) for path in links_out(output, found)}
    front = write_front([code], [], places)
    found |= {path: page.encode() for path, page in {**stubs, HOME: front}.items()}
    return dict(sorted(found.items()))


def links_out(output: Path, files: dict[str, Path | bytes]) -> Iterator[str]:
    """Yield the pages that the pages of some files lead to and that are not among them."""
    for path in files:
        if path.endswith(".html"):
            yield from missing_pages({path: (output / path).read_bytes()}, files)
