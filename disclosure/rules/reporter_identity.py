"""reporter-identity: who complained, wrote or informed is told (`no_reporter_identity`).

A masked name is allowed, as in published letters. Columns are certain; labels and a writer who
gives his own name are guesses.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.entry.passage import cells, matches
from disclosure.personal import mask_name
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

RULE = "no_reporter_identity"
CODE = Code(
    "reporter-identity",
    zh="{where}暴露了举报人或来信人的身份（“{value}”）",
    en="the identity of an informant or letter writer ({value!r}) is told",
    hint_zh="请删除姓名，写“一位村民”或“来信人（已隐去姓名）”",
    hint_en="delete the name; write of a resident",
)


@rule(CODE, privacy=RULE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield unmasked names of informants and letter writers."""
    lexicon = facts.catalogue.lexicon
    for cell in cells(entry, lexicon.sets["reporter_columns"]):
        for name in lexicon.bare_names(cell.text):
            yield CODE.at(
                cell.table.file,
                0,
                cell.column,
                row=cell.row,
                value=mask_name(name),
                where=f"“{cell.column}”列",
            )
    for pattern in (lexicon.labelled("reporter_labels"), lexicon.introduced):
        for match in matches(pattern, entry):
            name = match.found["name"]
            if lexicon.is_name(name):
                yield CODE.at(
                    entry.file,
                    match.line,
                    match.field,
                    value=mask_name(name),
                    where=f"“{match.field}”" if match.field else "正文",
                    severity=Severity.WARNING,
                )
