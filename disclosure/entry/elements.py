"""Finds which required elements (公开要素) of its category a publication gives, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from disclosure.catalogue import Alias, Binding, Catalogue, Category, Place
from disclosure.catalogue.binding import fold
from disclosure.dataset import DataTable
from disclosure.entry.entry import Entry
from disclosure.entry.header import Header, Names
from disclosure.entry.outline import may_hold_fence
from disclosure.marked import Given

INDICATOR_TABLE = "stat_series"
OPTIONS = {"options": "option_no"}  # a block's list -> the column that tells a table has it too


def tables_of(entry: Entry, packages: Sequence[Entry]) -> tuple[DataTable, ...]:
    """Return the tables an entry shows: its own and those of the packages it names."""
    if not packages:
        return entry.tables
    return (*entry.tables, *(table for package in packages for table in package.tables))


def missing_elements(
    entry: Entry, category: Category, catalogue: Catalogue, packages: Sequence[Entry] = ()
) -> Iterator[Binding]:
    """Yield the elements nothing gives, in the order of the catalogue.

    An element bound to a column is looked for in the tables, then in the block that mirrors the
    category's table, and only where the table is optional also as text. Any other is looked for as
    the key its alias names, under `elements:`, as a level-2 heading with something under it, and
    as an indicator; the text itself is its body. `packages` are those the entry names in `data:`.
    """
    bindings = open_bindings(category, entry.header.names, catalogue)
    if not bindings:
        return
    tables = tables_of(entry, packages)
    given = entry.header.get("elements")
    labels = (given.fields if given else None) or {}
    headers = (entry.header, *(package.header for package in packages))
    told = set(elements_in_columns(bindings, entry, category, catalogue, tables))
    for binding in bindings:
        if binding.place is Place.BODY and has_prose(entry):
            continue
        if binding.is_column:
            if binding.element in told:
                continue
            if category.needs_table:
                yield binding
                continue
        label = labels.get(binding.element)
        if label is not None and not label.is_blank:
            continue
        if is_told_below(entry.body, binding.label) or binding.label in headings(entry):
            continue
        alias = binding.alias
        if any(has_text(header, binding.element, alias) for header in headers):
            continue
        if alias and has_alias_column(alias, catalogue, tables):
            continue
        if binding.place is not Place.FIELD_OR_INDICATOR or not has_indicator(binding, tables):
            yield binding


@lru_cache(maxsize=4096)
def open_bindings(category: Category, names: Names, catalogue: Catalogue) -> tuple[Binding, ...]:
    """Return the bindings of a category that an entry's keys alone do not meet."""
    filled = set(names.given).difference(names.blank)
    block = next((name for name in names.given if mirrors(name, category, catalogue)), None)

    def is_met(binding: Binding) -> bool:
        if binding.is_column:
            if block and {f"{block}.{column}" for column in binding.columns} <= filled:
                return True
            if category.needs_table:
                return False
        choices = binding.alias.keys if binding.alias else ()
        is_aliased = bool(choices) and not any(filled.isdisjoint(choice) for choice in choices)
        return is_aliased or f"elements.{binding.element}" in filled

    return tuple(one for one in catalogue.bindings.get(category.code, ()) if not is_met(one))


def has_prose(entry: Entry) -> bool:
    """Tell whether an entry says anything: in its body, or in a package's description."""
    return bool(entry.body.strip() or entry.header.text("description"))


def elements_in_columns(
    bindings: Iterable[Binding],
    entry: Entry,
    category: Category,
    catalogue: Catalogue,
    tables: Sequence[DataTable],
) -> Iterator[str]:
    """Yield the elements bound to columns that a table or the block beside it gives."""
    columns = [binding for binding in bindings if binding.is_column]
    if columns:
        filled = filled_at_top(category, tables)
        block = block_of(entry, category, catalogue)
        for binding in columns:
            if (
                filled.issuperset(binding.columns)
                or has_columns(binding, category, tables)
                or has_values(block, binding)
            ):
                yield binding.element


def filled_at_top(category: Category, tables: Sequence[DataTable]) -> frozenset[str]:
    """Return the columns filled in the first row of the one table of the category's kind.

    Nearly all are; where there is no such table, or more than one, none is known to be.
    """
    of_kind = [table for table in tables if table.table == category.data_table]
    if len(of_kind) != 1 or not of_kind[0].rows:
        return frozenset()
    table = of_kind[0]
    return frozenset(
        name for name, cell in zip(table.columns, table.rows[0], strict=True) if cell.strip()
    )


def has_columns(binding: Binding, category: Category, tables: Sequence[DataTable]) -> bool:
    """Tell whether one table of the category's kind holds all columns of an element, filled."""
    return any(
        table.table == category.data_table and all(map(table.is_filled, binding.columns))
        for table in tables
    )


def block_of(entry: Entry, category: Category, catalogue: Catalogue) -> Given | None:
    """Return the block that mirrors the category's table, or None."""
    names = blocks_for(category, catalogue)
    return next(filter(None, map(entry.header.get, names)), None)


@lru_cache(maxsize=256)
def blocks_for(category: Category, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the keys that hold a row of the category's table."""
    return tuple(name for name in catalogue.keys if mirrors(name, category, catalogue))


def mirrors(name: str, category: Category, catalogue: Catalogue) -> bool:
    """Tell whether a key is the block of the category's table."""
    key = catalogue.keys.get(name)
    return key is not None and bool(category.data_table) and key.table == category.data_table


def has_values(block: Given | None, binding: Binding) -> bool:
    """Tell whether a block holds all columns of an element."""
    return block is not None and all(has_block_value(block, column) for column in binding.columns)


def has_block_value(block: Given, column: str) -> bool:
    """Tell whether a block or any of its options gives a column."""
    value = block.get(column)
    if value is not None:
        return not value.is_blank
    listed = block.get("options")
    options = listed.items if listed else None
    return any(option.text_of(column).strip() for option in options or ())


def has_text(header: Header, element: str, alias: Alias | None) -> bool:
    """Tell whether a header gives an element: the alias's keys first, then `elements:`."""
    return bool(alias and has_alias(header, alias)) or has_label(header, element)


def has_alias(header: Header, alias: Alias) -> bool:
    """Tell whether a header gives one key of each choice of an alias."""
    for choice in alias.keys:
        for key in choice:
            if has_key(header, key):
                break
        else:
            return False
    return True


def has_label(header: Header, element: str) -> bool:
    """Tell whether a header gives an element under `elements:`, its name compared as folded."""
    given = header.get("elements")
    if given is None or not given.fields:
        return False
    value = given.fields.get(element)
    if value is None:
        wanted = fold(element)
        value = next((one for name, one in given.fields.items() if fold(name) == wanted), None)
    return value is not None and not value.is_blank


def has_key(header: Header, name: str) -> bool:
    """Tell whether a key is given and not blank; in a list of maps every item must give it."""
    if header.has(name):
        return True
    first, _, inner = name.partition(".")
    listed = header.get(first) if inner else None
    if listed is None or not listed.items:
        return False
    return all(item.text_of(inner).strip() for item in listed.items)


def has_alias_column(alias: Alias, catalogue: Catalogue, tables: Sequence[DataTable]) -> bool:
    """Tell whether a table gives what a block's key would: `vote.held_on` is its column too."""
    return bool(tables) and all(
        any(is_key_in_tables(key, catalogue, tables) for key in choice) for choice in alias.keys
    )


def is_key_in_tables(name: str, catalogue: Catalogue, tables: Sequence[DataTable]) -> bool:
    """Tell whether a key such as `vote.held_on` stands as a filled column of its table."""
    first, _, inner = name.partition(".")
    key = catalogue.keys.get(first)
    column = OPTIONS.get(inner, inner)
    return bool(key and key.table and column) and any(
        table.table == key.table and table.is_filled(column) for table in tables if key
    )


def has_indicator(binding: Binding, tables: Sequence[DataTable]) -> bool:
    """Tell whether a statistical series has the element among its indicators."""
    wanted = fold(binding.element)
    return any(
        fold(cell) == wanted
        for table in tables
        if table.table == INDICATOR_TABLE
        for cell in table.column("indicator")
    )


def is_told_below(body: str, label: str) -> bool:
    """Tell at a glance that a level-2 heading stands in a body with a paragraph below it.

    False where it takes a closer look, as where there may be code around it.
    """
    heading = f"\n## {label}\n\n"
    start = body.find(heading)
    after = start + len(heading)
    is_there = start >= 0 and after < len(body) and body[after] not in "#\n"
    return is_there and not body[after].isspace() and not may_hold_fence(body)


def headings(entry: Entry) -> frozenset[str]:
    """Return the level-2 headings of an entry's body that have something under them."""
    if not entry.body:
        return frozenset()
    return frozenset(
        heading.text
        for heading in entry.outline.headings
        if heading.level == 2 and not heading.is_empty
    )
