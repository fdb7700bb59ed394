"""The peer Eleventy: all sites in one run, lists made by its own collections and pagination."""

from __future__ import annotations

import shutil
from pathlib import Path

SOURCE = "eleventy"
THEME = Path(__file__).parent / "peer_theme" / SOURCE
ABSENT = (
    "Eleventy is not there (npm install @11ty/eleventy, then --eleventy "
    "node_modules/.bin/eleventy): its row is left out."
)


def find_eleventy(given: str | None) -> str | None:
    """Return the program: the one that is named, or the one on the path."""
    return str(Path(given).absolute()) if given else shutil.which("eleventy")


def prepare(tree: Path) -> None:
    """Lay the templates beside the converted content."""
    shutil.copytree(THEME, tree / SOURCE)


def command(eleventy: str, output: Path) -> list[str]:
    """Return the command, to be run in the tree."""
    config = f"{SOURCE}/eleventy.config.js"
    return [eleventy, "--quiet", f"--config={config}", f"--output={output}"]
