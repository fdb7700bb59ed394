"""Which cells and rows of a table a correction changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from disclosure.dataset import DataTable
from disclosure.entry import Entry
from disclosure.rules.facts import Facts
from disclosure.sites.pages.corrections.change import Change, Way, change_of
from disclosure.sites.pages.table_view import cell_words, column_views

EXACT = 2000  # rows; of longer tables the comparison passes over those that keep coming back
REACH = 200  # rows within which one that changed is looked for
FIRST_ROW = 2  # of the data, counted as a spreadsheet does: the header is row 1
BLANK = "（空）"
Row = tuple[str, ...]
Pair = tuple[int | None, int | None]  # the places of a row before and after


def table_changes(
    before: DataTable | None, after: DataTable | None, package: Entry, facts: Facts
) -> Iterator[Change]:
    """Yield what changed in a table; `package` is the one it belongs to today."""
    if before and after:
        prefix = name_of(after, facts) if len(package.tables) > 1 else ""
        old, new = Words(before, package, facts), Words(after, package, facts)
        yield from column_changes(old, new, prefix)
        yield from row_changes(old, new, prefix)
    elif after:
        yield Change(Way.ADDED, name_of(after, facts))
    elif before:
        yield Change(Way.REMOVED, name_of(before, facts))


def column_changes(old: Words, new: Words, prefix: str) -> Iterator[Change]:
    """Yield the columns put in and taken out."""
    for way, some, others in ((Way.ADDED, new, old), (Way.REMOVED, old, new)):
        for name, title in some.titles.items():
            if name not in others.titles:
                yield Change(way, f"{prefix}“{title}”列")


def row_changes(old: Words, new: Words, prefix: str) -> Iterator[Change]:
    """Yield the rows taken out and put in, and the cells that changed in the others."""
    shared = [name for name in new.titles if name in old.titles]
    before, after = project(old.table, shared), project(new.table, shared)
    for i, j in align(before, after):
        if i is not None and j is not None:
            for name, was, now in zip(shared, before[i], after[j], strict=True):
                label = f"{prefix}{new.place(j)}“{new.titles[name]}”"
                words = old.cell(name, was) or BLANK, new.cell(name, now) or BLANK
                change = change_of(label, *words)
                if change:
                    yield change
        elif i is not None:
            yield Change(Way.REMOVED, prefix + old.place(i), before=old.row(i))
        elif j is not None:
            yield Change(Way.ADDED, prefix + new.place(j), after=new.row(j))


class Words:
    """How people read a table: titles of columns, words of cells, what tells its rows apart."""

    def __init__(self, table: DataTable, package: Entry, facts: Facts) -> None:
        schema = facts.catalogue.tables.get(table.table)
        self.columns = schema.columns if schema else {}
        self.table = table
        self.titles = {
            view.name: view.title + (f"（{view.unit}）" if view.unit else "")
            for view in column_views(package, table, facts)
        }
        varying = [
            name
            for index, name in enumerate(table.columns)
            if len({row[index] for row in table.rows}) > 1
        ]
        self.told = varying or list(table.columns)
        self.marks = [name for name in (schema.primary_key if schema else ()) if name in varying]

    def cell(self, name: str, cell: str) -> str:
        """Return a cell in words."""
        return cell_words(cell.strip(), self.columns.get(name))

    def part(self, index: int, names: Sequence[str]) -> Iterator[str]:
        """Yield the filled cells of some columns in a row, each with its title."""
        for name, cell in zip(self.table.columns, self.table.rows[index], strict=True):
            if name in names and cell.strip():
                yield f"{self.titles[name]} {self.cell(name, cell)}"

    def place(self, index: int) -> str:
        """Return which row it is: its number, and what tells it apart."""
        marks = "，".join(self.part(index, self.marks))
        return f"第 {index + FIRST_ROW} 行" + (f"（{marks}）" if marks else "")

    def row(self, index: int) -> str:
        """Return a whole row in words; what is the same in all rows is left out."""
        names = [name for name in self.told if name not in self.marks]
        return "，".join(self.part(index, names or self.told))


def name_of(table: DataTable, facts: Facts) -> str:
    """Return the name of a table as people know it."""
    schema = facts.catalogue.tables.get(table.table)
    return f"数据表“{schema.title if schema else table.name}”"


def project(table: DataTable, names: Sequence[str]) -> list[Row]:
    """Return the rows of a table, with some of its columns, in this order."""
    indexes = [table.columns.index(name) for name in names]
    return [tuple(row[index].strip() for index in indexes) for row in table.rows]


def align(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Pair]:
    """Yield the rows that are not the same before and after: changed, taken out, put in."""
    is_long = len(old) + len(new) > EXACT
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=is_long).get_opcodes():
        if tag != "equal":
            yield from match(old, new, range(i1, i2), range(j1, j2))


def match(old: Sequence[Row], new: Sequence[Row], before: range, after: range) -> Iterator[Pair]:
    """Yield pairs of rows that are alike, in their order, and the rest as taken out and put in."""
    start = after.start
    for i in before:
        j = next(
            (j for j in range(start, min(after.stop, start + REACH)) if is_alike(old[i], new[j])),
            None,
        )
        if j is None:
            yield i, None
        else:
            yield from ((None, between) for between in range(start, j))
            yield i, j
            start = j + 1
    yield from ((None, rest) for rest in range(start, after.stop))


def is_alike(one: Row, other: Row) -> bool:
    """Tell whether two rows have at least half of their cells in common."""
    return 2 * sum(left == right for left, right in zip(one, other, strict=True)) >= len(one)
