"""Which cells and rows of a table a correction changed, rows being matched by the table's key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from disclosure.dataset import FIRST_ROW, DataTable
from disclosure.dataset.matching import Cells, Pair, match_rows
from disclosure.entry import Entry
from disclosure.rules.facts import Facts
from disclosure.sites.pages.corrections.change import Change, Spot, Way, change_of
from disclosure.sites.pages.corrections.words import Words

BLANK = "（空）"


def table_changes(
    before: DataTable | None, after: DataTable | None, package: Entry, facts: Facts
) -> Iterator[Change]:
    """Yield what changed in a table; `package` is the one it belongs to today.

    What is told of the columns both have comes first, then the cells of those put in: applied to
    the rows of before, the changes give those of after.
    """
    if before and after:
        prefix = name_of(after, facts) if len(package.tables) > 1 else ""
        old, new = Words(before, package, facts), Words(after, package, facts)
        yield from column_changes(old, new, prefix)
        pairs = pairs_of(old, new)
        yield from row_changes(old, new, pairs, prefix)
        yield from filled_columns(old, new, pairs, prefix)
    elif after:
        yield Change(Way.ADDED, name_of(after, facts), spot=Spot(path_of(after)))
    elif before:
        yield Change(Way.REMOVED, name_of(before, facts), spot=Spot(path_of(before)))


def column_changes(old: Words, new: Words, prefix: str) -> Iterator[Change]:
    """Yield the columns put in and taken out."""
    for way, some, others in ((Way.ADDED, new, old), (Way.REMOVED, old, new)):
        for name, title in some.titles.items():
            if name not in others.titles:
                yield Change(way, f"{prefix}“{title}”列", spot=Spot(path_of(some.table), name))


def pairs_of(old: Words, new: Words) -> tuple[Pair, ...]:
    """Return the rows that differ in the columns both versions have."""
    shared = [name for name in new.titles if name in old.titles]
    key = new.key if set(new.key) <= set(shared) else ()
    places = [shared.index(name) for name in key]
    return match_rows(project(old, shared), project(new, shared), places)


def row_changes(old: Words, new: Words, pairs: Sequence[Pair], prefix: str) -> Iterator[Change]:
    """Yield the rows taken out and put in, and the cells that changed in the others."""
    shared = [name for name in new.titles if name in old.titles]
    path = path_of(new.table)
    for i, j in pairs:
        if i is not None and j is not None:
            spot = Spot(path, "", i + FIRST_ROW, j + FIRST_ROW, old.key_of(i))
            was, now = dict(old.named(i, shared)), dict(new.named(j, shared))
            for name in shared:
                label = f"{prefix}{new.place(j)} {new.titles[name]}"
                words = was[name] or BLANK, now[name] or BLANK
                change = change_of(label, *words, replace(spot, column=name))
                if change:
                    yield change
        elif i is not None:
            spot = Spot(path, "", i + FIRST_ROW, 0, old.key_of(i))
            yield Change(Way.REMOVED, prefix + old.place(i), before=old.row(i), spot=spot)
        elif j is not None:
            cells = new.named(j, new.table.columns)
            spot = Spot(path, "", 0, j + FIRST_ROW, new.key_of(j), cells)
            yield Change(Way.ADDED, prefix + new.place(j), after=new.row(j), spot=spot)


def filled_columns(old: Words, new: Words, pairs: Sequence[Pair], prefix: str) -> Iterator[Change]:
    """Yield the filled cells of columns put in, in the rows that were there before."""
    names = [name for name in new.titles if name not in old.titles]
    if not names:
        return
    path = path_of(new.table)
    for i, j in sorted(same_rows(old, new, pairs), key=lambda pair: pair[1]):
        for name, words in new.named(j, names):
            spot = Spot(path, name, i + FIRST_ROW, j + FIRST_ROW, old.key_of(i))
            label = f"{prefix}{new.place(j)} {new.titles[name]}"
            change = change_of(label, BLANK, words or BLANK, spot)
            if change:
                yield change


def same_rows(old: Words, new: Words, pairs: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """Yield the places before and after of every row that stayed, changed or not."""
    yield from ((i, j) for i, j in pairs if i is not None and j is not None)
    shared = [name for name in new.titles if name in old.titles]
    ones, others = {i for i, _ in pairs}, {j for _, j in pairs}
    places: dict[Cells, list[int]] = {}
    for i, row in enumerate(project(old, shared)):
        if i not in ones:
            places.setdefault(row, []).append(i)
    for j, row in enumerate(project(new, shared)):
        if j not in others:
            yield places[row].pop(0), j


def name_of(table: DataTable, facts: Facts) -> str:
    """Return the name of a table as people know it."""
    schema = facts.catalogue.tables.get(table.table)
    return f"数据表“{schema.title if schema else table.name}”"


def path_of(table: DataTable) -> str:
    """Return the name of a table's file inside its package."""
    return table.file.rpartition("/")[2]


def project(words: Words, names: Sequence[str]) -> list[Cells]:
    """Return the rows of a table in words, with some of its columns, in this order.

    In words, since 1200 and 1200.00 are the same to whoever reads them.
    """
    indexes = [words.table.columns.index(name) for name in names]
    return [
        tuple(words.cell(name, row[index]) for name, index in zip(names, indexes, strict=True))
        for row in words.table.rows
    ]
