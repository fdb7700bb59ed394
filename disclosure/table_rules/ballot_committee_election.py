"""ballot-committee-election: a village election called won without turnout or votes enough.

村民委员会组织法 art. 18: more than half of those registered vote, and the winner has more than half
of those voting; in a runoff at least one third of the papers returned.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.ballots import ELECTION, RUNOFF, TABLE, ballots_in, unmet
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet

CODE = Code(
    "ballot-committee-election",
    zh="表决 {ballot}（{type}）的{title}是 {value}，依法应{expected}",
    en="election {ballot}: {value}, law asks for {expected_en}",
    hint_zh="请核对人数和票数；数字无误的，“通过或当选”应写“否”",
    hint_en="check the numbers; where they are right, passed is 否",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every election called passed that law does not call so."""
    for ballot in ballots_in(sheet):
        if ballot.type in (ELECTION, RUNOFF):
            yield from unmet(CODE, ballot, known.catalogue)
