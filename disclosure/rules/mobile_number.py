"""mobile-number: a private mobile number stands in content (catalogue rule `no_personal_phone`).

An error where the category forbids it, in letters and in lists of persons; elsewhere a warning, for
some offices have no other telephone. Declared office telephones are allowed: those of the registers
of publishers and divisions, and whatever stands in a key or column named `phone` or `..._phone`.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Kind
from disclosure.entry import Folder
from disclosure.entry.examined import naming
from disclosure.entry.sighting import Sighting, sightings_in
from disclosure.personal import NumberKind, plain_digits
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule

RULE = "no_personal_phone"
NUMERIC = frozenset({"integer", "number"})
CODE = Code(
    "mobile-number",
    zh="{where}出现手机号 {value}",
    en="a mobile number {value} stands in {file}",
    hint_zh="请删除个人手机号；确属公务电话的，登记到 catalogue/publishers.csv 的 phone 列",
    hint_en="delete a private number; register an office telephone in catalogue/publishers.csv",
)


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield every mobile number that no register declares as an office telephone."""
    found = [
        sighting
        for sighting in sightings_in(folder, facts.root)
        if sighting.kind is NumberKind.MOBILE
        and not sighting.is_phone_field
        and not is_amount(sighting, facts)
    ]
    if not found:
        return
    declared = set(declared_phones(facts))
    for sighting in found:
        if sighting.digits not in declared:
            yield sighting.problem(CODE, severity_of(sighting, folder, facts))


def declared_phones(facts: Facts) -> Iterator[str]:
    """Yield the digits of every telephone in the registers of publishers and divisions."""
    for publisher in facts.publishers:
        yield plain_digits(publisher.phone)
    for division in facts.register:
        yield plain_digits(division.phone)


def is_amount(sighting: Sighting, facts: Facts) -> bool:
    """Tell whether it stands in a column of numbers, such as a city's revenue in yuan."""
    if sighting.table is None:
        return False
    table = facts.catalogue.tables.get(sighting.table.table)
    column = table.columns.get(sighting.field) if table else None
    return column is not None and column.type in NUMERIC


def severity_of(sighting: Sighting, folder: Folder, facts: Facts) -> Severity:
    """Return how grave it is: by its entry, or for an attachment by the entries that name it."""
    entries = (sighting.entry,) if sighting.entry else naming(folder, sighting.file)
    for entry in entries:
        category = facts.category(entry)
        is_forbidden = category is not None and RULE in category.privacy_rules
        if is_forbidden or entry.kind is Kind.LETTERS:
            return Severity.ERROR
    return Severity.ERROR if lists_persons(sighting, facts) else Severity.WARNING


def lists_persons(sighting: Sighting, facts: Facts) -> bool:
    """Tell whether it stands in a table whose rows are persons."""
    if sighting.table is None:
        return False
    columns = facts.catalogue.lexicon.words["person_columns"]
    return any(column in columns for column in sighting.table.columns)
