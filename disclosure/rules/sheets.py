"""Turns what a folder publishes into the sheets and books that table rules look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from disclosure.catalogue import Key, Kind, Table
from disclosure.dataset import FIRST_ROW, DataTable, Row, Value, ValueTable
from disclosure.dataset.cells import CellError
from disclosure.dataset.values import memo_of
from disclosure.entry import Entry, read_folder
from disclosure.marked import Given
from disclosure.rules.above import KINDS, LOOKED_UP, TABLES
from disclosure.rules.facts import Facts
from disclosure.table_rules.books import Books, by_table
from disclosure.table_rules.sheet import WHOLE, Sheet

NO_SHEETS: Mapping[str, tuple[Sheet, ...]] = {}


def sheets_of(entry: Entry, facts: Facts) -> tuple[Sheet, ...]:
    """Return the tables of an entry that fit their standard table, and its blocks as tables."""
    if entry.kind is Kind.DATA:
        category = facts.category(entry)
        return tuple(
            Sheet(values, entry, category)
            for values in facts.values(entry)
            if values and values.schema.name in facts.catalogue.tables
        )
    return tuple(blocks_of(entry, facts))


def blocks_of(entry: Entry, facts: Facts) -> Iterator[Sheet]:
    """Yield the blocks of an entry (`vote:`, `guide:`) as tables of a row, or of one an option."""
    for name, schema in facts.catalogue.blocks.items():
        given = entry.header.get(name)
        if given and given.fields:
            found = read_block(entry, given, facts.catalogue.keys[name], schema)
            if found:
                values, lines = found
                yield Sheet(values, entry, facts.category(entry), lines)


def read_block(
    entry: Entry, block: Given, key: Key, schema: Table
) -> tuple[ValueTable, dict[int, dict[str, int]]] | None:
    """Return a block as a table and the line of each value; None where one is of a wrong type.

    What stands beside the options holds for each of them, unless it says otherwise.
    """
    values = (block.fields or {}).values()
    options = next((value.items for value in values if value.items is not None), None)
    blank = dict.fromkeys(schema.columns) | {"division_code": entry.division.full_code}
    try:
        shared, shared_lines = read_parts(block, schema)
        own = [read_parts(option, schema) for option in options or ()]
    except CellError:
        return None  # value-wrong-type
    if options is None:
        own = [({}, {WHOLE: block.line})]
    rows = [Row(number, blank | shared | cells) for number, (cells, _) in enumerate(own, FIRST_ROW)]
    lines = {number: shared_lines | at for number, (_, at) in enumerate(own, FIRST_ROW)}
    table = DataTable(key.name, entry.file, block.line, schema.name, tuple(schema.columns), ())
    return ValueTable(table, schema, tuple(rows)), lines


def read_parts(given: Given, schema: Table) -> tuple[dict[str, Value], dict[str, int]]:
    """Return the values of a map that are columns, and the line of each; raise CellError."""
    cells: dict[str, Value] = {}
    lines = {WHOLE: given.line}
    for name, part in (given.fields or {}).items():
        if name in schema.columns and part.items is None and part.fields is None:
            cells[name] = memo_of(schema, (), name)[part.text.strip()]
            lines[name] = part.line
    return cells, lines


def books_in(sheets: Iterable[tuple[Entry, tuple[Sheet, ...]]], facts: Facts) -> Books:
    """Return the books of a division: what its entries hold, drafts left out."""
    published = [(entry, some) for entry, some in sheets if not entry.is_draft]
    own = by_table(chain.from_iterable(some for _, some in published))
    if facts.folder and facts.register.children(facts.folder.division):
        facts.above[facts.root, facts.folder.division.code] = kept(chain(*own.values()))
    return Books(
        own,
        tuple(entry for entry, _ in published),
        facts.catalogue.table_by_category,
        sheets_above(own, facts),
    )


def sheets_above(
    own: Mapping[str, tuple[Sheet, ...]], facts: Facts
) -> Mapping[str, tuple[Sheet, ...]]:
    """Return what the places above publish of the tables that some table here is held against."""
    wanted = {name for table in own for name in LOOKED_UP.get(table, ())}
    if not wanted or facts.folder is None:
        return NO_SHEETS
    found = []
    for division in facts.register.ancestors(facts.folder.division):
        if facts.witness:
            facts.witness.above.add(division.code)
        place = facts.root, division.code
        if place not in facts.above:
            folder = read_folder(facts.root, division, facts.catalogue.keys)
            facts.above[place] = kept(
                sheet
                for entry in folder.entries
                if entry.kind in KINDS
                and entry.header.is_readable
                and not entry.is_withdrawn
                and not entry.is_draft
                for sheet in sheets_of(entry, facts)
            )
        found += [sheet for sheet in facts.above[place] if sheet.name in wanted]
    return by_table(found)


def kept(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Return the sheets that places below may look up."""
    return tuple(sheet for sheet in sheets if sheet.name in TABLES and sheet.entry.kind in KINDS)
