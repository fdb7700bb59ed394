"""health-detail: an illness, a diagnosis or the cause of a disability is told (`no_health_detail`).

个人信息保护法 art. 28. A column of illnesses is certain, and so is an illness in a
row of persons. In prose only a line that speaks of one person is a guess worth a warning: guides
and statistics name illnesses rightly.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from disclosure.entry import Entry
from disclosure.entry.passage import Cell, cells, lines_about
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

RULE = "no_health_detail"
CODE = Code(
    "health-detail",
    zh="{where}写了个人病情或残疾原因（“{value}”）",
    en="{value!r} tells somebody's illness or the cause of a disability",
    hint_zh="请删除病情、诊断、残疾原因，只写救助类别和金额",
    hint_en="delete illness, diagnosis and cause; give the kind of aid and the amount",
)


@rule(CODE, privacy=RULE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield what tells the health of somebody in tables and in lines about one person."""
    lexicon = facts.catalogue.lexicon
    columns = lexicon.sets["health_columns"]
    for cell in cells(entry, columns):
        yield column_problem(cell, cell.column)
    persons = lexicon.sets["person_columns"]
    for table in entry.tables:
        if persons.isdisjoint(table.columns):
            continue
        others = [name for name in table.columns if name not in columns]
        for cell in cells(replace(entry, tables=(table,)), others):
            found = lexicon.health.pattern.search(cell.text)
            if found:
                yield column_problem(cell, found[0])
    for field, line, text in lines_about(entry, lexicon.health):
        found = lexicon.health.pattern.search(text)
        if found and lexicon.somebody.search(text):
            where = f"“{field}”" if field else "正文"
            yield CODE.at(
                entry.file, line, field, value=found[0], where=where, severity=Severity.WARNING
            )


def column_problem(cell: Cell, word: str) -> Problem:
    """Return the problem of a cell; the illness itself is named, the person is not."""
    where = f"“{cell.column}”列"
    return CODE.at(cell.table.file, 0, cell.column, row=cell.row, value=word, where=where)
