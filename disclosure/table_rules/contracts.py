"""The contracts of a collective by number: what several rules look up."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.sheet import text

TABLE = "contract_register"


@lru_cache(maxsize=1)
def contracts(books: Books) -> dict[str, list[Line]]:
    """Return the rows of every contract, of all quarters and publications."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in books.lines(TABLE):
        found[text(line[1], "contract_no")].append(line)
    return dict(found)
