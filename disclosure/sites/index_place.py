"""Where the index of a place lies: within its site, and along with it when that is built anew."""

from __future__ import annotations

from pathlib import Path

from disclosure.sites.pages.search.view import FOLDER, INDEX


def index_folder(site: Path) -> Path:
    """Return the folder of the index within a site."""
    return site / FOLDER / INDEX


def carry_index(old: Path, new: Path) -> None:
    """Take the index of a site along to the one that is about to take its place."""
    if index_folder(old).is_dir() and not index_folder(new).exists():
        index_folder(new).parent.mkdir(exist_ok=True)
        index_folder(old).rename(index_folder(new))
