"""name-unmasked: a person's name stands in full where the category masks names (`mask_name`).

A mask keeps the first character and at most the last (王*, 王*明). Columns of persons are certain;
labels and tables of a body are a guess and only warn. Bodies are not masked. Names of donors and of
letter writers are the matter of their own rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Category
from disclosure.dataset import DataTable
from disclosure.entry import Entry
from disclosure.entry.passage import body_cells, cells, matches
from disclosure.personal import Lexicon, mask_name
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

RULE = "mask_name"
DONORS = "donor_consent"
COLLECTED = "收取"  # the direction of a payment that a donor makes
CODE = Code(
    "name-unmasked",
    zh="{where}的姓名“{value}”没有遮蔽，类目 {category} 要求遮蔽姓名",
    en="the name {value!r} is not masked; category {category} masks names",
    hint_zh="只留首字，至多再留末字，如“王*”“王*明”；单位名称不用遮蔽",
    hint_en="keep the first character and at most the last: 王*, 王*明; bodies are not masked",
)


@rule(CODE, privacy=RULE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each unmasked name of a person where the category masks names."""
    category = facts.category(entry)
    if category is None:
        return
    lexicon = facts.catalogue.lexicon
    yield from unmasked_cells(entry, category, lexicon, facts)
    for label in body_cells(entry, lexicon.person_headings):
        for name in filter(lexicon.is_person, lexicon.bare_names(label.text)):
            yield found(entry, label.line, "", name, f"表格“{label.column}”列", category)
    for match in matches(lexicon.labelled("person_labels"), entry):
        name = match.found["name"]
        if lexicon.is_name(name):
            where = f"“{match.field}”" if match.field else "正文"
            yield found(entry, match.line, match.field, name, where, category)


def unmasked_cells(
    entry: Entry, category: Category, lexicon: Lexicon, facts: Facts
) -> Iterator[Problem]:
    """Yield the unmasked names in columns of persons, and of counterparties who are persons."""
    if not entry.tables:
        return
    columns = set(lexicon.words["person_columns"])
    for table in entry.tables:
        schema = facts.catalogue.tables.get(table.table)
        if schema:
            columns |= {column.name for column in schema.columns.values() if column.is_masked}
    for cell in cells(entry, columns | lexicon.sets["counterparty_columns"]):
        is_known = cell.column in columns
        type_ = value_in(cell.table, cell.row, f"{cell.column}_type")
        if not is_known and not lexicon.has("person_types", type_):
            continue
        if DONORS in category.privacy_rules and is_donation(cell.table, cell.row):
            continue
        for name in lexicon.bare_names(cell.text):
            yield CODE.at(
                cell.table.file,
                0,
                cell.column,
                row=cell.row,
                value=mask_name(name),
                where=f"“{cell.column}”列",
                category=category.code,
            )


def is_donation(table: DataTable, row: int) -> bool:
    """Tell whether a row of a payment table is money that somebody gives."""
    return value_in(table, row, "direction") == COLLECTED


def value_in(table: DataTable, row: int, column: str) -> str:
    """Return the cell of a column in an Excel row, "" where there is no such column."""
    if column not in table.columns:
        return ""
    return table.rows[row - 2][table.columns.index(column)].strip()


def found(
    entry: Entry, line: int, field: str, name: str, where: str, category: Category
) -> Problem:
    """Return the warning for a name in what people write freely."""
    return CODE.at(
        entry.file,
        line,
        field,
        value=mask_name(name),
        where=where,
        category=category.code,
        severity=Severity.WARNING,
    )
