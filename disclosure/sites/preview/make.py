"""Builds the divisions in which something changed, and packs them to be looked at from disk."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from disclosure.division import CONTENT, Division, load_register
from disclosure.history import Changed, changed_since, contents_at
from disclosure.problem import Problem
from disclosure.rules.check import Progress, no_progress
from disclosure.rules.selection import CATALOGUE, select_changed, selected
from disclosure.sites.build import Request, build_sites
from disclosure.sites.common import share_theme
from disclosure.sites.kept.grounds import OWN
from disclosure.sites.output import INDEX, NOT_FOUND, ROBOTS, SITEMAP
from disclosure.sites.place import write_file
from disclosure.sites.preview.edits import edits_in
from disclosure.sites.preview.pack import pack
from disclosure.sites.preview.view import Overview, part_of
from disclosure.sites.tree import grow_tree
from disclosure.sites.workers import Start, make_runner

TEMPLATE = "preview"
OF_ALL_SITES = (NOT_FOUND, ROBOTS, SITEMAP)  # nobody opens them from disk


class Preview(Struct, frozen=True):
    """What came of it: the divisions touched, those that were not built, and why."""

    divisions: tuple[Division, ...]
    failed: tuple[Division, ...] = ()
    problems: tuple[Problem, ...] = ()


def make_preview(
    request: Request, revision: str, target: Path, progress: Progress = no_progress
) -> Preview:
    """Write what changed since a revision as a zip file; a division that fails is only listed.

    What the request says of divisions and of the output is not asked.
    """
    changed = changed_since(request.root, revision)
    register = load_register(request.root)
    divisions = selected(register, select_changed(within_content(changed)))
    preview = Preview(divisions)
    with tempfile.TemporaryDirectory(prefix="preview-") as scratch:
        wanted = replace(request, output=Path(scratch), divisions=divisions, is_kept=False)
        if divisions:  # none would mean all
            built = build_sites(wanted, progress)
            preview = Preview(divisions, built.failed, built.problems)
        else:
            share_theme(wanted.output, None)
        write_first_page(wanted, revision, changed)
        pack(wanted.output, target)
    return preview


def within_content(changed: Changed) -> Changed:
    """Return what changed of the content."""
    inside = CONTENT + "/"
    return Changed(
        *(
            tuple(file for file in files if file.startswith(inside))
            for files in (changed.present, changed.removed, changed.added)
        )
    )


def beside_content(changed: Changed) -> tuple[str, ...]:
    """Return the files of the catalogue, and the settings, that changed: they touch every site."""
    files = sorted((*changed.present, *changed.removed))
    return tuple(file for file in files if file == OWN or file.startswith(CATALOGUE + "/"))


def write_first_page(request: Request, revision: str, changed: Changed) -> None:
    """Write the page that lists what changed, in the place of the one to pick a place from."""
    output, codes = request.output, frozenset(one.code for one in request.divisions)
    runner = make_runner(Start(request.root, request.config, request.as_of, codes))
    pages = frozenset(path.relative_to(output).as_posix() for path in output.rglob("*.html"))
    facts, inside = runner.facts, within_content(changed)
    before = contents_at(request.root, revision, inside.removed)
    parts = [
        part_of(division, facts.register, edits_in(division, inside, facts, before), pages)
        for division in request.divisions
    ]
    overview = Overview(revision, f"{request.as_of}", tuple(parts), beside_content(changed))
    built = frozenset(code for code in codes if f"{code}/{INDEX}" in pages)
    tree = grow_tree(facts.register, built)
    texts = runner.build_pages(
        output, {INDEX: TEMPLATE}, DISCLOSURE_TREE=tree, DISCLOSURE_PREVIEW=overview
    )
    for name, text in texts.items():
        write_file(output, name, text)
    remove(output / name for name in OF_ALL_SITES)


def remove(paths: Iterable[Path]) -> None:
    """Remove some files, where they are there."""
    for path in paths:
        path.unlink(missing_ok=True)
