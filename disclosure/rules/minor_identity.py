"""minor-identity: something tells who a minor is: name, school class (`no_minor_identity`).

个人信息保护法 art. 28 counts all data of children under 14 as sensitive. Columns are certain;
labels, a class of a school and an age behind a name are guesses.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.entry.passage import Match, cells, matches
from disclosure.personal import Sought, mask_name
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

RULE = "no_minor_identity"
RULE_NAMES = "no_person_name"  # names are that rule's matter where both stand
ADULT = 18
NUMBER = "[一二三四五六七八九十0-9]{1,3}"
SCHOOL_CLASS = Sought(
    rf"(?:[初高]{NUMBER}|{NUMBER}年级)\s*[（(]?{NUMBER}[）)]?\s*班(?!级|子|车|次|费)",
    ("班",),
)
AGE = Sought(
    r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{2,4})[，,（(]\s*(?:[男女][，,]\s*)?"
    r"(?P<age>\d{1,2})周?岁",
    ("岁",),
)
CODE = Code(
    "minor-identity",
    zh="{where}可能识别出未成年人：“{value}”",
    en="{value!r} may tell who a minor is",
    hint_zh="请删除未成年人的姓名和学校班级，只写人数",
    hint_en="delete names and school classes of minors; give numbers only",
)


@rule(CODE, privacy=RULE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield columns of minors, and labelled names, classes and ages under 18 in prose."""
    category = facts.category(entry)
    if category is None:
        return
    lexicon = facts.catalogue.lexicon
    for cell in cells(entry, lexicon.sets["minor_columns"]):
        yield CODE.at(
            cell.table.file,
            0,
            cell.column,
            row=cell.row,
            value=mask_name(cell.text),
            where=f"“{cell.column}”列",
        )
    if RULE_NAMES not in category.privacy_rules:
        for match in matches(lexicon.labelled("minor_labels"), entry):
            if lexicon.is_name(match.found["name"]):
                yield guess(entry, match, mask_name(match.found["name"]))
    for match in matches(SCHOOL_CLASS, entry):
        yield guess(entry, match, match.found[0])
    for match in matches(AGE, entry):
        name = match.found["name"]
        if int(match.found["age"]) < ADULT and lexicon.is_person(name):
            yield guess(entry, match, mask_name(name))


def guess(entry: Entry, match: Match, value: str) -> Problem:
    """Return the warning for a place in what people write freely."""
    where = f"“{match.field}”" if match.field else "正文"
    return CODE.at(
        entry.file, match.line, match.field, value=value, where=where, severity=Severity.WARNING
    )
