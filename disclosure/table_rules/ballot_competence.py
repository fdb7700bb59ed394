"""ballot-competence: delegates decided what only all members of a collective may decide.

农村集体经济组织法 arts. 26 and 28: charter, membership, land contracting, homesteads, shares, the
distribution of land compensation, merger and division.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.ballots import DELEGATES, TABLE, ballots_in
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "ballot-competence",
    zh="表决 {ballot} 的{title}是“{value}”，成员代表大会无权决定",
    en="ballot {ballot}: delegates cannot decide on {value!r}",
    hint_zh="这类事项只能由集体成员大会决定，请提交成员大会表决",
    hint_en="put it to the assembly of all members",
)
OTHER = "其他"


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every ballot of delegates on a matter reserved to all members."""
    for ballot in ballots_in(sheet):
        matter = text(ballot.first, "matter")
        if ballot.type == DELEGATES and matter and matter != OTHER:
            yield sheet.problem(CODE, ballot.first, "matter", matter, ballot=ballot.id)
