"""Explains a table that does not fit its schema: row by row, in words an accountant can act on.

Slow, and only asked where `read_values` gave nothing. What is wrong is what frictionless finds in
the rows that gave rise to doubt; our own reasons are named only where it finds nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from disclosure.catalogue.frictionless_check import Fault, faults_of
from disclosure.catalogue.table import Column, Table
from disclosure.dataset.cells import Reason
from disclosure.dataset.doubts import Doubts, doubts_about
from disclosure.dataset.resource import DataTable
from disclosure.dataset.schema import schema_for
from disclosure.dataset.values import FIRST_ROW, columns_of
from disclosure.dataset.wording import sentence, shown
from disclosure.problem import Code, Problem

ROW_WRONG = Code(
    "table-row-wrong",
    zh="填写有误：{faults}",
    en="{faults_en}",
    hint_zh="请在表格软件里改正第 {row} 行，再另存为 CSV UTF-8",
    hint_en="correct the row and save the table again as CSV UTF-8",
)
FORMULA = Code(
    "cell-formula",
    zh="{title}“{value}”会被电子表格当作公式",
    en="a spreadsheet takes {field} {value!r} for a formula",
    hint_zh="请写成文字或数值，开头不要用 =、+、-、@ 和制表符；没有内容的留空",
    hint_en="begin the text with another character than = + - @ or a tab",
)
KEY_REPEATED = Code(
    "key-unique",
    zh="{titles}与第 {other} 行的相同",
    en="rows {row} and {other} have the same {field}",
    hint_zh="每一行的{titles}合起来不能重复：请改正编号，或删去重复的一行",
    hint_en="correct the number, or delete the row that is there twice",
)
KEYS = frozenset(("primary-key", "unique-error"))


class Sentences(Struct, frozen=True):
    """The sentences about one row; each is bounded, so the whole is not cut short."""

    texts: tuple[str, ...]
    mark: str = "；"

    def __str__(self) -> str:
        return self.mark.join(self.texts)


def explain(table: DataTable, schema: Table, extra: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with the cells and keys of a table, by row.

    Columns that are missing or unknown are other rules' matter: what stands in the others is told.
    """
    known = columns_of(schema, tuple(extra.items()))
    doubts = doubts_about(table, schema, known)
    if not doubts.rows:
        return
    names = [name for name in table.columns if name in known]
    places = [table.columns.index(name) for name in names]
    cells = [[table.rows[index][place] for place in places] for index in doubts.rows]
    faults: dict[int, list[Fault]] = defaultdict(list)
    for fault in faults_of(schema_for(schema, known, names), names, cells):
        faults[doubts.rows[max(fault.row - FIRST_ROW, 0)]].append(fault)
    for index in doubts.rows:
        yield from explain_row(table, schema, known, index, faults[index], doubts)


def explain_row(
    table: DataTable,
    schema: Table,
    known: Mapping[str, Column],
    index: int,
    faults: Sequence[Fault],
    doubts: Doubts,
) -> Iterator[Problem]:
    """Yield the problems of one row: one for its cells, one for each formula and repeated key."""
    row = index + FIRST_ROW
    texts = dict(zip(table.columns, table.rows[index], strict=True))
    kinds: dict[str, tuple[str, str]] = {}
    for fault in faults:
        if fault.kind not in KEYS:
            kinds.setdefault(fault.column, (fault.kind, fault.note))
    for name, reason in doubts.cells.get(index, ()):
        if reason is not Reason.FORMULA:
            kinds.setdefault(name, (reason.value, reason.value))
        elif name not in kinds:
            title, value = known[name].title or name, shown(known[name], texts[name])
            yield FORMULA.at(table.file, 0, name, row=row, value=value, title=title)
    if "" in kinds:  # frictionless speaks of the whole row
        kind, note = kinds[""]
        whole = "整行空白，请删去" if kind == "blank-row" else f"无法按字段说明检查（{note}）"
        yield ROW_WRONG.at(
            table.file, 0, row=row, faults=Sentences((whole,)), faults_en=note or kind
        )
    elif kinds:
        first = next(name for name in table.columns if name in kinds)
        notes = tuple(f"{name}: {note}" for name, (_, note) in kinds.items())
        yield ROW_WRONG.at(
            table.file,
            0,
            first,
            row=row,
            value=shown(known[first], texts[first]),
            faults=Sentences(
                tuple(
                    sentence(known[name], texts[name], kinds[name][0])
                    for name in table.columns
                    if name in kinds
                )
            ),
            faults_en=Sentences(notes, "; "),
        )
    for group, other in doubts.repeated.get(index, ()):
        titles = "、".join(known[name].title or name for name in group)
        yield KEY_REPEATED.at(
            table.file, 0, "+".join(group), row=row, other=other + FIRST_ROW, titles=titles
        )
