"""The columns of a published table as its schema and its category describe them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from disclosure.catalogue import Catalogue, Column, Place, Table
from disclosure.catalogue.binding import Binding
from disclosure.catalogue.table import plain_column
from disclosure.dataset import DataTable
from disclosure.entry import Entry


class Layout(Struct, frozen=True, eq=False):  # hashed by identity: what is made of it is kept
    """The columns of a header in their order, and the schema they come from, if there is one."""

    columns: tuple[Column, ...]
    schema: Table | None

    def __iter__(self) -> Iterator[Column]:
        return iter(self.columns)

    @property
    def title(self) -> str:
        """What the schema calls the table; "" where nothing does."""
        return self.schema.title if self.schema else ""


def layout_of(package: Entry, table: DataTable, catalogue: Catalogue) -> Layout:
    """Return how a table of a package is laid out; a column that nothing describes holds text."""
    schema = table.schema or catalogue.tables.get(table.table)
    return described(schema, table.columns, catalogue.bindings.get(package.category, ()))


@lru_cache(maxsize=512)
def described(
    schema: Table | None, names: tuple[str, ...], bindings: tuple[Binding, ...]
) -> Layout:
    """Return the columns of some names; those a category adds are called by their element.

    One value for all tables of one header.
    """
    known = schema.columns if schema else {}
    added = {
        name: plain_column(name, binding.element, binding.type)
        for binding in bindings
        if binding.place is Place.EXTRA_COLUMN
        for name in binding.columns
    }
    columns = (known.get(name) or added.get(name) or plain_column(name, name) for name in names)
    return Layout(tuple(columns), schema)
