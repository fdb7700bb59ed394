"""The verbs of table rules' tests: some tables of the test village, and what is found in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalogue import Category, Kind
from disclosure.catalogue.binding import extra_types
from disclosure.dataset import DataTable, read_values
from disclosure.dataset.resource import parse_table
from disclosure.entry import Entry
from disclosure.entry.header import read_header
from disclosure.problem import Problem
from disclosure.table_rules.all import books_checks, sheet_checks
from disclosure.table_rules.books import Books, by_table
from disclosure.table_rules.sheet import Sheet
from tests.rules.verbs import TODAY, VILLAGE, small_facts

HEADER = "category: {category}\ndate: {date} 09:00\npublisher: {publisher}\n"


class Given(Struct, frozen=True):
    """A table as typed, and what its publication says; `keys` are further lines of front matter."""

    table: str
    text: str
    category: str
    keys: str = ""
    date: str = "2026-10-12"
    publisher: str = "甲村村民委员会"
    division: str = VILLAGE

    def but(self, *edits: tuple[str, str]) -> Given:
        """Return the same table with some text replaced, each of it found exactly once."""
        text = self.text
        for old, new in edits:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        return replace(self, text=text)

    def of(self, **changed: str) -> Given:
        """Return the same table, published otherwise."""
        return replace(self, **changed)  # type: ignore[arg-type]


def sheet_of(given: Given, number: int = 1) -> Sheet:
    """Return a table as table rules see it; it must fit its schema."""
    facts = small_facts(TODAY)
    category: Category | None = facts.catalogue.get(given.category)
    file = f"t{number}.csv"
    columns, rows = parse_table(given.text, file)
    table = DataTable(given.table, file, 1, given.table, columns, rows)
    extra = extra_types(facts.catalogue.bindings.get(given.category, ()))
    values = read_values(table, facts.catalogue.tables[given.table], extra)
    assert values is not None, f"{given.table} does not fit its schema"
    return Sheet(values, entry_of(given, number), category)


def entry_of(given: Given, number: int = 1) -> Entry:
    """Return the publication of a table."""
    facts = small_facts(TODAY)
    text = HEADER.format(category=given.category, date=given.date, publisher=given.publisher)
    header, problems = read_header(
        text + given.keys, "datapackage.yaml", 1, facts.catalogue.keys, Kind.DATA
    )
    assert problems == []
    division = facts.register.resolve(given.division)
    return Entry("datapackage.yaml", division, Kind.DATA, f"p{number}", header, "", 0)


def problems_in(
    *tables: Given,
    today: date = TODAY,
    above: Iterable[Given] = (),
    entries: Iterable[Entry] = (),
) -> list[Problem]:
    """Return what all table rules find in some tables of one division."""
    facts = small_facts(today)
    sheets = [sheet_of(given, number) for number, given in enumerate(tables, 1)]
    higher = [sheet_of(given, number) for number, given in enumerate(above, 91)]
    books = Books(
        by_table(sheets),
        (*(sheet.entry for sheet in sheets), *entries),
        {code: one.data_table for code, one in facts.catalogue.categories.items()},
        by_table(higher),
    )
    found = [
        problem
        for sheet in sheets
        for check in sheet_checks(sheet.name)
        for problem in check(sheet, facts)
    ]
    for check_books in books_checks(frozenset(books.sheets)):
        found += check_books(books, facts)
    return found


def found_in(
    *tables: Given,
    today: date = TODAY,
    above: Iterable[Given] = (),
    entries: Iterable[Entry] = (),
) -> list[str]:
    """Return what is found as `code:row:column`; the second table's rows as `2/row`."""
    problems = problems_in(*tables, today=today, above=above, entries=entries)
    return [
        f"{problem.code}:{'' if problem.file == 't1.csv' else problem.file[1] + '/'}"
        f"{problem.row}:{problem.field}"
        for problem in sorted(problems, key=lambda one: one.place)
    ]
