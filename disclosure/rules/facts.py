"""The facts a rule may know: the registers, the catalogue, the day, and the folder it looks at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from disclosure.catalogue import Catalogue, Category, load_catalogue, standard_of
from disclosure.dataset import DataTable
from disclosure.division import Publisher, Publishers, Register, load_publishers, load_register
from disclosure.entry import Entry, Folder
from disclosure.entry.elements import tables_of
from disclosure.workdays import Workdays, load_workdays


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything outside an entry; `today` is the day the check is made for (`--as-of`)."""

    root: Path
    register: Register
    publishers: Publishers
    catalogue: Catalogue
    workdays: Workdays
    today: date
    folder: Folder | None = None

    def at(self, folder: Folder) -> Facts:
        """Return the same facts, looking at a folder."""
        return replace(self, folder=folder)

    def category(self, entry: Entry) -> Category | None:
        """Return the entry's category as it binds its division today, or None."""
        category = self.catalogue.categories.get(entry.category)
        if category is None or category.code not in self.catalogue.overrides:
            return category
        return self.catalogue.effective(category, entry.division.code, self.today)

    def packages(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the data packages an entry names in `data:`, leaving out those not there."""
        if self.folder is None or entry.header.get("data") is None:
            return ()
        named = map(self.folder.package, entry.header.texts("data"))
        return tuple(package for package in named if package)

    def tables(self, entry: Entry) -> tuple[DataTable, ...]:
        """Return the tables an entry shows: its own and those of the packages it names."""
        return tables_of(entry, self.packages(entry))

    def publisher(self, entry: Entry) -> Publisher | None:
        """Return the registered publisher of an entry, or None."""
        return self.publishers.find(entry.publisher, entry.division.code)


def load_facts(root: Path, today: date) -> Facts:
    """Read registers and standard for the content under `root`."""
    register = load_register(root)
    return Facts(
        root=root,
        register=register,
        publishers=load_publishers(root, register),
        catalogue=load_catalogue(root, register),
        workdays=load_workdays(standard_of(root)),
        today=today,
    )
