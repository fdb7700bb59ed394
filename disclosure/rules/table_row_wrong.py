"""table-row-wrong, cell-formula, key-unique: rows that do not follow the schema of their table.

The schema is that of the standard table, or what the package says of a table of its own. Columns
that are missing or unknown are told by other rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue.binding import extra_types
from disclosure.dataset.explain import FORMULA, KEY_REPEATED, ROW_WRONG, explain
from disclosure.entry import Entry
from disclosure.problem import Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule


@rule(ROW_WRONG, FORMULA, KEY_REPEATED, keys=("resources",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problems of each table whose values cannot be read."""
    extra = extra_types(facts.catalogue.bindings.get(entry.category, ()))
    for table, values in zip(entry.tables, facts.values(entry), strict=True):
        schema = table.schema or facts.catalogue.tables.get(table.table)
        if schema and values is None:
            yield from explain(table, schema, extra)
