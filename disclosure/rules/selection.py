"""Checks a part of the content: the divisions that hold it are checked whole, the rest is left out.

A package is one publication, so a table selects its package. Where a file was removed, everything
its division says may be touched by that.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from disclosure.catalogue import Kind
from disclosure.division import CONTENT, Division, Register
from disclosure.entry.fix import Change, plan_fixes, write_changes
from disclosure.history import Changed, changed_since
from disclosure.problem import Code, DisclosureError
from disclosure.rules.check import (
    CheckDivision,
    Findings,
    Progress,
    check_content,
    check_division,
    no_progress,
)
from disclosure.rules.facts import Facts

CATALOGUE = "catalogue"
PATH_UNKNOWN = Code(
    "path-not-content",
    zh="没有“{value}”，或者它不在 content/、catalogue/ 之内",
    en="{value!r} does not exist, or lies neither in content/ nor in catalogue/",
    hint_zh="请写文件或文件夹的路径，如 content/9901/articles/sample.md",
    hint_en="name a file or folder such as content/9901/articles/sample.md",
)


class Selection(Struct, frozen=True):
    """What a check is about; every path is relative to the root.

    `places` are files and folders with all below them, `folders` those of divisions meant without
    the divisions below, `around` every folder that holds one of the places.
    """

    places: frozenset[str]
    folders: frozenset[str]
    around: frozenset[str]

    def holds(self, file: str) -> bool:
        """Tell whether a problem of `file`, or of a folder above a place, belongs to it."""
        return (
            file in self.around
            or own_folder(file) in self.folders
            or not self.places.isdisjoint(with_above(file))
        )

    def touches(self, division: Division) -> bool:
        """Tell whether anything of a division belongs to it."""
        folder = division.folder
        return folder in self.folders or not self.places.isdisjoint(with_above(folder))


def select(places: Iterable[str], removed: Iterable[str] = ()) -> Selection:
    """Return the selection of some files and folders, and of the divisions that lost some."""
    wanted = frozenset(map(publication, places))
    return Selection(
        wanted,
        frozenset(map(own_folder, removed)),
        frozenset(folder for place in wanted for folder in with_above(place)),
    )


def choose(root: Path, paths: Sequence[Path], revision: str | None) -> Selection | None:
    """Return what a check is about: what is typed, and of that what changed; None = everything."""
    typed = select_paths(root, paths) if paths else None
    if revision is None:
        return typed
    changed = changed_since(root, revision)
    if typed:
        changed = Changed(
            tuple(file for file in changed.present if typed.holds(file)),
            tuple(file for file in changed.removed if typed.holds(file)),
        )
    return select_changed(changed)


def select_paths(root: Path, paths: Iterable[Path]) -> Selection | None:
    """Return the selection a person types, from here or from the root; None = everything."""
    places = []
    for path in paths:
        file = file_at(path, root) or file_at(root / path, root)
        if file is None:
            raise DisclosureError(PATH_UNKNOWN.at("", 0, "path", value=str(path)))
        places.append(file)
    return None if any(map(binds_all, places)) else select(places)


def file_at(path: Path, root: Path) -> str | None:
    """Return the path from the root of what is content or catalogue; None where it is neither."""
    file = Path(os.path.relpath(real_place(path), root)).as_posix()
    return file if path.exists() and file.partition("/")[0] in (CONTENT, CATALOGUE) else None


def real_place(path: Path) -> Path:
    """Return where a file lies; a link is itself, not what it leads to."""
    name = path.name if path.name != ".." else ""
    return Path(os.path.realpath(path.parent if name else path)) / name


def select_changed(changed: Changed) -> Selection | None:
    """Return what a change touches; None = everything."""
    if any(map(binds_all, (*changed.present, *changed.removed))):
        return None
    inside = [file for file in changed.present if file.startswith(CONTENT + "/")]
    gone = [file for file in changed.removed if file.startswith(CONTENT + "/")]
    return select(inside, gone)


def check_selection(
    facts: Facts,
    selection: Selection | None,
    progress: Progress = no_progress,
    check: CheckDivision = check_division,
) -> Findings:
    """Check what is selected and report only that; None = everything."""
    if selection is None:
        return check_content(facts, None, progress, check)
    findings = check_content(facts, selected(facts.register, selection), progress, check)
    return Findings(
        tuple(problem for problem in findings.problems if selection.holds(problem.file)),
        tuple(file for file in findings.files if selection.holds(file)),
        findings.divisions,
    )


def fix_selection(facts: Facts, selection: Selection | None) -> list[Change]:
    """Repair what is safe in the selected files and return what was changed, by file."""
    changes = [
        change
        for division in selected(facts.register, selection)
        for change in plan_fixes(facts.root, division, facts.catalogue.keys)
        if selection is None or selection.holds(change.file)
    ]
    write_changes(facts.root, changes)
    return changes


def selected(register: Register, selection: Selection | None) -> tuple[Division, ...]:
    """Return the divisions of which something is selected; None = all of them."""
    if selection is None:
        return tuple(register)
    around = {own_folder(place) for place in selection.places}
    return tuple(
        division
        for division in register
        if division.folder in around or selection.touches(division)
    )


def binds_all(file: str) -> bool:
    """Tell whether all content hangs on a file."""
    return file == CONTENT or file.partition("/")[0] == CATALOGUE


def publication(file: str) -> str:
    """Return the folder of the package a file belongs to, else the file itself."""
    folder = own_folder(file)
    parts = file[len(folder) + 1 :].split("/")
    return f"{folder}/{parts[0]}/{parts[1]}" if parts[0] == Kind.DATA.value and parts[1:] else file


def with_above(file: str) -> Iterator[str]:
    """Yield a path and every folder above it."""
    yield file
    while "/" in file:
        file = file.rpartition("/")[0]
        yield file


def own_folder(file: str) -> str:
    """Return the folder of the division a file lies in: as far as the names are codes."""
    parts = file.split("/")
    end = 1
    while end < len(parts) and parts[end].isdecimal():
        end += 1
    return "/".join(parts[:end])
