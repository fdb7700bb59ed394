"""home-address: somebody's address is told down to the door (`no_home_address`).

The village group or the estate is the finest that may be told. Addresses of offices (`address`) are
not meant. Columns of persons are certain, prose is a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from disclosure.entry import Entry
from disclosure.entry.passage import Cell, cells, matches
from disclosure.entry.script import cells_of
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

RULE = "no_home_address"
DOOR = re.compile(r"[0-9] *[号室户单栋幢座]")  # no address of a home is without
DIGITS = re.compile(r"\d+")
CODE = Code(
    "home-address",
    zh="{where}的住址写到了门牌或室号（“{value}”）",
    en="an address down to the door ({value!r})",
    hint_zh="住址只写到村民小组或小区，不写门牌、楼栋和室号",
    hint_en="give the village group or the estate, no door",
)


@rule(CODE, privacy=RULE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield addresses of persons finer than the village group or the estate."""
    lexicon = facts.catalogue.lexicon
    for cell in cells(entry, lexicon.sets["address_columns"]):
        if any(sign.isdigit() for sign in cell.text):
            yield column_problem(cell)
    persons = lexicon.sets["person_columns"]
    for table in entry.tables:
        if persons.isdisjoint(table.columns) or not DOOR.search(cells_of(table)):
            continue
        others = [name for name in table.columns if name not in lexicon.sets["address_columns"]]
        for cell in cells(replace(entry, tables=(table,)), others):
            if lexicon.home.pattern.search(cell.text):
                yield column_problem(cell)
    if not DOOR.search(entry.everything):
        return
    for match in matches(lexicon.home, entry):
        yield CODE.at(
            entry.file,
            match.line,
            match.field,
            value=hide_numbers(match.found[0]),
            where=f"“{match.field}”" if match.field else "正文",
            severity=Severity.WARNING,
        )


def column_problem(cell: Cell) -> Problem:
    """Return the problem of a cell."""
    where = f"“{cell.column}”列"
    value = hide_numbers(cell.text)
    return CODE.at(cell.table.file, 0, cell.column, row=cell.row, value=value, where=where)


def hide_numbers(text: str) -> str:
    """Return an address with its numbers hidden."""
    return DIGITS.sub("*", text)
