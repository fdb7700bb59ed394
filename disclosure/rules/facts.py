"""The facts a rule may know: the registers, the catalogue, the day, and the folder it looks at."""

from __future__ import annotations

import os
from datetime import date
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from disclosure.catalogue import Catalogue, Category, load_catalogue, standard_of
from disclosure.catalogue.binding import extra_types
from disclosure.dataset import DataTable, ValueTable, read_values
from disclosure.division import (
    Division,
    Publisher,
    Publishers,
    Register,
    load_publishers,
    load_register,
)
from disclosure.entry import Entry, Folder
from disclosure.entry.elements import tables_of
from disclosure.rules.witness import Witness
from disclosure.table_rules.sheet import Sheet
from disclosure.workdays import Workdays, load_workdays


class Facts(Struct, frozen=True):
    """Everything outside an entry; `today` is the day the check is made for (`--as-of`).

    `above` keeps what has been read of the places above a folder, while the facts are used;
    `witness` notes what a check looks up outside its folder.
    """

    root: Path
    register: Register
    publishers: Publishers
    catalogue: Catalogue
    workdays: Workdays
    today: date
    folder: Folder | None = None
    above: dict[tuple[Path, str], tuple[Sheet, ...]] = field(default_factory=dict)
    witness: Witness | None = None

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

    def values(self, entry: Entry) -> tuple[ValueTable | None, ...]:
        """Return the values of an entry's own tables in their order, as `values_of` does."""
        return values_of(entry, self.catalogue)

    def is_file(self, division: Division, name: str) -> bool:
        """Tell whether a division's folder holds a file; `name` is its path inside."""
        file = f"{division.folder}/{name}"
        found = os.path.isfile(f"{self.root}/{file}")  # noqa: PTH113 - thousands are looked for
        if self.witness:
            self.witness.files[file] = found
        return found

    def publisher(self, entry: Entry) -> Publisher | None:
        """Return the registered publisher of an entry, or None."""
        return self.publishers.find(entry.publisher, entry.division.code)


@lru_cache(maxsize=256)
def values_of(entry: Entry, catalogue: Catalogue) -> tuple[ValueTable | None, ...]:
    """Return the values of each table of an entry: None where it has no schema or does not fit it.

    Worked out once for all the rules that look at a table.
    """
    extra = extra_types(catalogue.bindings.get(entry.category, ()))
    return tuple(
        read_values(table, schema, extra)
        if (schema := table.schema or catalogue.tables.get(table.table))
        else None
        for table in entry.tables
    )


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
