"""Rosters (花名册) of payments and of assistance: numbered lines, list by list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.sheet import count, text

TABLE = "payment_roster"
ASSISTANCE = "assistance_roster"


def out_of_sequence(books: Books, table: str, column: str) -> Iterator[tuple[Line, int]]:
    """Yield the first line of every list whose number breaks 1, 2, 3 ..., with the one expected.

    `column` names the list; a list may run through several tables.
    """
    lists: dict[str, list[Line]] = defaultdict(list)
    for line in books.lines(table):
        lists[text(line[1], column)].append(line)
    for lines in lists.values():
        lines.sort(key=line_number)
        for expected, line in enumerate(lines, 1):
            if line_number(line) != expected:
                yield line, expected
                break


def line_number(line: Line) -> int:
    """Return the number of a line in its list."""
    return count(line[1], "line_no") or 0
