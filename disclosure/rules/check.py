"""Checks content: each folder is read once, and its entries pass every rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from msgspec import Struct

from disclosure.cycles import cycles_unsought
from disclosure.division import Division
from disclosure.entry import Folder, find_folders, read_folder
from disclosure.problem import Problem, in_order
from disclosure.rules.facts import Facts
from disclosure.rules.plan import checks_of, folder_checks

Progress = Callable[[int, int], None]


class Findings(Struct, frozen=True):
    """What a check found, in the order of the report, and the entries it looked at, by file."""

    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    divisions: int


class Checked(Struct, frozen=True):
    """What was found in the folder of one division, and the entries it holds, by file."""

    problems: tuple[Problem, ...]
    files: tuple[str, ...]


CheckDivision = Callable[[Division, Facts], Checked]


def no_progress(done: int, total: int) -> None:
    """Report nothing."""


def check_division(division: Division, facts: Facts) -> Checked:
    """Read and check the folder of one division."""
    folder = read_folder(facts.root, division, facts.catalogue.keys)
    problems = check_folder(folder, facts)
    return Checked(tuple(problems), tuple(entry.file for entry in folder.entries))


def check_content(
    facts: Facts,
    divisions: Iterable[Division] | None = None,
    progress: Progress = no_progress,
    check: CheckDivision = check_division,
) -> Findings:
    """Check the folders of some divisions (default: every folder there is) and what lies astray.

    `check` is what is done with each; it may know from before what is found there.
    """
    folders, problems = find_folders(facts.root, facts.register)
    if divisions is not None:
        wanted = {division.code for division in divisions}
        folders = tuple(division for division in folders if division.code in wanted)
    found = list(problems)
    files: list[str] = []
    with cycles_unsought():
        for done, division in enumerate(folders, 1):
            checked = check(division, facts)
            found += checked.problems
            files += checked.files
            progress(done, len(folders))
    return Findings(in_order(found), tuple(files), len(folders))


def check_folder(folder: Folder, facts: Facts) -> list[Problem]:
    """Return everything wrong in one folder: its form, its entries, and the folder as a whole.

    Where front matter could not be read, everything else would be said to be missing: no rule is
    asked.
    """
    facts = facts.at(folder)
    found = list(folder.problems)
    for check_whole in folder_checks():
        found += check_whole(folder, facts)
    for entry in folder.entries:
        if entry.header.is_readable:
            found += chain.from_iterable([check(entry, facts) for check in checks_of(entry, facts)])
    return found
