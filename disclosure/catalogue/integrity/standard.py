"""The standard as its integrity rules see it: every table's rows with their lines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from disclosure.catalogue.catalogue import Catalogue
from disclosure.marked import Given, load_marked
from disclosure.rows import Row, read_rows

TABLES = (
    "categories",
    "division_code_structure",
    "element_aliases",
    "element_bindings",
    "groups",
    "levels",
    "report_forms",
    "table_headings",
    "table_rules",
    "workdays",
)


class Standard(Struct, frozen=True, dict=True):
    """The rows of each CSV by name, the YAML documents by file, and the catalogue they make."""

    rows: Mapping[str, tuple[Row, ...]]
    documents: Mapping[str, Given]
    catalogue: Catalogue

    @cached_property
    def lines(self) -> dict[str, int]:
        """The line of each category's row."""
        return {row["code"]: row.line for row in self.rows["categories"]}


def read_standard(base: Path, catalogue: Catalogue) -> Standard:
    """Read the tables and documents of the standard under `base`; raise what cannot be read."""
    folder = base / "catalogue"
    rows = {name: read_rows(folder / f"{name}.csv", f"catalogue/{name}.csv", ()) for name in TABLES}
    documents: dict[str, Given] = {}
    for pattern in ("schemas/*.yaml", "tables/*.yaml", "rules/*.yml"):
        for path in sorted(folder.glob(pattern)):
            file = f"catalogue/{path.relative_to(folder).as_posix()}"
            documents[file] = load_marked(path, file)
    return Standard(rows, documents, catalogue)
