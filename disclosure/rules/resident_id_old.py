"""resident-id-old: 15 digits with a real birth date may be an identity number of before 1999."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Folder
from disclosure.entry.sighting import sightings_in
from disclosure.personal import NumberKind
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule

CODE = Code(
    "resident-id-old",
    zh="{where}的 {value} 可能是 15 位旧身份证号",
    en="{value} in {file} may be an old identity number of 15 digits",
    hint_zh="请核对：是身份证号的删除；是合同号、凭证号的，可在数字间加字母或改用短号",
    hint_en="delete an identity number; give a contract number letters or make it shorter",
    severity=Severity.WARNING,
)


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield every such number; it has no check digit, so this is never more than a question."""
    for found in sightings_in(folder, facts.root):
        if found.kind is NumberKind.RESIDENT_ID_OLD:
            yield found.problem(CODE)
