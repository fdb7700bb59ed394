"""ballot-villagers-meeting: a villagers' meeting that decided without a quorum or a majority.

村民委员会组织法 art. 26: more than half of the villagers of eighteen and over, or at least two
thirds of the households; more than half of those present carry it.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.ballots import TABLE, VILLAGERS, ballots_in, unmet
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet

CODE = Code(
    "ballot-villagers-meeting",
    zh="表决 {ballot}（{type}）的{title}是 {value}，依法应{expected}",
    en="villagers' meeting {ballot}: {value}, law asks for {expected_en}",
    hint_zh="请核对参会口径、人数和票数；数字无误的，“通过或当选”应写“否”",
    hint_en="check the numbers; where they are right, passed is 否",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every meeting called passed that law does not call so."""
    for ballot in ballots_in(sheet):
        if ballot.type == VILLAGERS:
            yield from unmet(CODE, ballot, known.catalogue)
