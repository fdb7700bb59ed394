"""table-rules: what the rows of standard tables say, by the rules of `catalogue/table_rules.csv`.

Each rule is a file of `disclosure/table_rules/`. Only tables whose every cell fits its schema are
asked, since of the others it is said already what is wrong. The cells of a table are read once.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry, Folder
from disclosure.problem import Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule
from disclosure.rules.sheets import books_in, sheets_of
from disclosure.table_rules.all import all_table_rules, books_checks, sheet_checks


@folder_rule(*(rule.code for rule in all_table_rules()))
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield what every table says wrong by itself, then what the tables say of each other."""
    sheets = [(entry, sheets_of(entry, facts)) for entry in folder.entries if is_asked(entry)]
    for _, some in sheets:
        for sheet in some:
            for check_sheet in sheet_checks(sheet.name):
                yield from check_sheet(sheet, facts)
    books = books_in(sheets, facts)
    for check_books in books_checks(frozenset(books.sheets)):
        yield from check_books(books, facts)


def is_asked(entry: Entry) -> bool:
    """Tell whether an entry was read and is still there."""
    return entry.header.is_readable and not entry.is_withdrawn
