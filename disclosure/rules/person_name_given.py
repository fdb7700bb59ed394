"""person-name-given: somebody is named where only totals are published (`no_person_name`).

A masked name is a name too: such lists would still tell who gets what. A column of persons is
certain, a label in prose a guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.entry.passage import cells, matches
from disclosure.personal import mask_name
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

RULE = "no_person_name"
CODE = Code(
    "person-name-given",
    zh="{where}出现个人姓名“{value}”，类目 {category} 只公布汇总数",
    en="a person ({value!r}) is named; category {category} publishes totals only",
    hint_zh="请删除姓名，改为人数、户数、金额的合计",
    hint_en="delete the name and give numbers and sums instead",
)


@rule(CODE, privacy=RULE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the first name of each column of persons, and each labelled name."""
    category = facts.category(entry)
    if category is None:
        return
    lexicon = facts.catalogue.lexicon
    columns = lexicon.sets["person_columns"] | lexicon.sets["minor_columns"]
    seen: set[tuple[str, str]] = set()
    for cell in cells(entry, columns):
        if (cell.table.file, cell.column) not in seen:
            seen.add((cell.table.file, cell.column))
            yield CODE.at(
                cell.table.file,
                0,
                cell.column,
                row=cell.row,
                value=mask_name(cell.text),
                where=f"“{cell.column}”列",
                category=category.code,
            )
    for labels in ("person_labels", "minor_labels"):
        for match in matches(lexicon.labelled(labels), entry):
            name = match.found["name"]
            if lexicon.is_name(name):
                yield CODE.at(
                    entry.file,
                    match.line,
                    match.field,
                    value=mask_name(name),
                    where=f"“{match.field}”" if match.field else "正文",
                    category=category.code,
                    severity=Severity.WARNING,
                )
