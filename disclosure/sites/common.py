"""What all sites share: style sheets and scripts, the page to pick a place from, robots' files."""

from __future__ import annotations

import shutil
from pathlib import Path

from disclosure.catalogue import PRODUCT
from disclosure.division import Register
from disclosure.kept.grounds import digest_files
from disclosure.sites.crew import Crew
from disclosure.sites.kept.known import Known
from disclosure.sites.output import INDEX, NOT_FOUND, ROBOTS, SITEMAP, THEME
from disclosure.sites.pages.sitemap import write_index, write_robots
from disclosure.sites.place import staged_folder, write_file
from disclosure.sites.tree import grow_tree

STATIC = PRODUCT / "theme" / "static"


def write_common(
    output: Path, register: Register, codes: frozenset[str], crew: Crew, known: Known | None
) -> None:
    """Write what is not known to stand as it is to be; `codes` are the sites that stand."""
    share_theme(output, known)
    tree = "\n".join(sorted(codes))
    pages = [output / name for name in (INDEX, NOT_FOUND)]
    if not (known and known.holds(INDEX, tree, *pages)):
        for name, page in crew.runner.build_root(output, grow_tree(register, codes)).items():
            write_file(output, name, page)
        if known:
            known.made(INDEX, tree, *pages)
    sites = known.digest_of(sorted(codes)) if known else None
    if not (known and known.holds(ROBOTS, sites, output / ROBOTS)):
        public_url = crew.runner.base.get("DISCLOSURE_PUBLIC_URL", "").rstrip("/")
        write_for_robots(output, codes, public_url)
        if known:
            known.made(ROBOTS, sites, output / ROBOTS)


def share_theme(output: Path, known: Known | None) -> None:
    """Write the style sheets and scripts, where they are not known to stand as they are to be."""
    theme = digest_files(STATIC)
    if not (known and known.holds(THEME, theme, output / THEME)):
        write_theme(output)
        if known:
            known.made(THEME, theme, output / THEME)


def write_theme(output: Path) -> None:
    """Write the style sheets and scripts once for all sites."""
    with staged_folder(output, THEME) as folder:
        copy_files(STATIC, folder)


def write_for_robots(output: Path, codes: frozenset[str], public_url: str) -> None:
    """Write what search engines look for first; without a public address, no list of sitemaps."""
    write_file(output, ROBOTS, write_robots(public_url))
    if not public_url:
        (output / SITEMAP).unlink(missing_ok=True)
        return
    files = {code: output / code / SITEMAP for code in codes}
    sitemaps = {code: file.read_text("utf-8") for code, file in files.items() if file.is_file()}
    write_file(output, SITEMAP, write_index(public_url, sitemaps))


def copy_files(source: Path, target: Path) -> None:
    """Copy a folder's files; the first the system refuses is raised as it is."""
    for path in sorted(source.rglob("*")):
        copy = target / path.relative_to(source)
        if path.is_dir():
            copy.mkdir()
        else:
            shutil.copyfile(path, copy)
