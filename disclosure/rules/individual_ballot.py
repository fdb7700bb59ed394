"""individual-ballot: how one person voted is told (`no_individual_ballot`).

Ballots are secret (村民委员会组织法 art. 15 of the 2018 text): only counts are published. A column
of voters is certain, a sentence a guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.entry.passage import cells, matches
from disclosure.personal import mask_name
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

RULE = "no_individual_ballot"
CODE = Code(
    "individual-ballot",
    zh="{where}显示了个人的投票情况：“{value}”",
    en="the vote of a person ({value!r}) is told",
    hint_zh="请删除个人姓名，只公布赞成、反对、弃权的票数",
    hint_en="delete the names and publish counts only",
)


@rule(CODE, privacy=RULE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield columns of voters, and sentences that say how a named person voted."""
    lexicon = facts.catalogue.lexicon
    for cell in cells(entry, lexicon.sets["ballot_columns"]):
        yield CODE.at(
            cell.table.file,
            0,
            cell.column,
            row=cell.row,
            value=mask_name(cell.text),
            where=f"“{cell.column}”列",
        )
    for match in matches(lexicon.vote, entry):
        name = match.found["name"] or match.found["other"]
        if lexicon.is_name(name):
            yield CODE.at(
                entry.file,
                match.line,
                match.field,
                value=mask_name(name),
                where=f"“{match.field}”" if match.field else "正文",
                severity=Severity.WARNING,
            )
