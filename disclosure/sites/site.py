"""One division's site as a value: the division, its neighbours, and what it publishes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from disclosure.catalogue import Category, Kind
from disclosure.division import Division
from disclosure.entry import Entry, Folder, read_folder
from disclosure.history import NO_HISTORY, Corrections
from disclosure.rules.facts import Facts
from disclosure.sites.around import ALONE, Around
from disclosure.sites.carried import files_of
from disclosure.sites.shown import Shown, shown_on


class Group(Struct, frozen=True):
    """A group of categories (一级目录) that has entries here; categories by code."""

    code: str
    name: str
    part: str
    categories: tuple[Category, ...]


class Site(Struct, frozen=True):
    """Everything a build of one division needs; `built` are the codes this build covers."""

    facts: Facts
    folder: Folder
    as_of: date
    built: frozenset[str]
    shown_by_file: dict[str, Shown]
    entry_by_file: dict[str, Entry]
    around: Around = ALONE
    corrections: Corrections = NO_HISTORY

    @property
    def division(self) -> Division:
        return self.folder.division

    @property
    def ancestors(self) -> tuple[Division, ...]:
        return self.facts.register.ancestors(self.division)

    @property
    def children(self) -> tuple[Division, ...]:
        return self.facts.register.children(self.division)

    def entry_at(self, path: Path) -> Entry | None:
        """Return the entry read from a source file, or None."""
        return self.entry_by_file.get(path.relative_to(self.facts.root).as_posix())

    def shown(self, entry: Entry) -> Shown:
        return self.shown_by_file[entry.file]

    def groups(self) -> tuple[Group, ...]:
        """Return the groups and categories that have a visible entry, by code."""
        used = {entry.category for entry in self.visible()}
        found: dict[str, list[Category]] = {}
        for code, category in self.facts.catalogue.categories.items():
            if code in used:
                found.setdefault(category.group, []).append(category)
        return tuple(
            Group(code, some[0].group_name, some[0].part, tuple(some))
            for code, some in found.items()
        )

    def visible(self) -> Iterator[Entry]:
        """Yield the entries shown in full."""
        return (
            entry for entry in self.folder.entries if self.shown_by_file[entry.file] is Shown.FULL
        )

    def hidden_files(self) -> frozenset[str]:
        """Return the files of the division that nothing visible uses but something gone does.

        Paths lie within the division: `files/list.pdf`, `data/list-2026/rows.csv`. The tables of a
        package go with it, whatever else links to them: a list that is taken down is down.
        """
        visible = {
            name
            for entry in self.visible()
            for name in files_of(entry)
            if entry.kind is Kind.DATA or not name.startswith(f"{Kind.DATA.value}/")
        }
        gone = {
            name
            for entry in self.folder.entries
            if self.shown_by_file[entry.file] is not Shown.FULL
            for name in files_of(entry)
        }
        return frozenset(gone - visible)


def prepare_site(
    facts: Facts,
    division: Division,
    as_of: date,
    built: frozenset[str],
    folder: Folder | None = None,
    around: Around = ALONE,
    corrections: Corrections = NO_HISTORY,
) -> Site:
    """Read a division's folder and decide what of it is shown on `as_of`."""
    folder = folder or read_folder(facts.root, division, facts.catalogue.keys)
    shown = {entry.file: shown_on(entry, facts, as_of) for entry in folder.entries}
    entries = {entry.file: entry for entry in folder.entries}
    return Site(facts.at(folder), folder, as_of, built, shown, entries, around, corrections)
