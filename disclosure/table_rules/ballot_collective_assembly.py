"""ballot-collective-assembly: a collective decided without two thirds of all its members.

农村集体经济组织法 arts. 27 and 28: two thirds of the members attend, two thirds of ALL members,
not of those present, carry it; two thirds of all delegates where delegates decide.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.ballots import ASSEMBLY, DELEGATES, TABLE, ballots_in, unmet
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet

CODE = Code(
    "ballot-collective-assembly",
    zh="表决 {ballot}（{type}）的{title}是 {value}，依法应{expected}",
    en="assembly {ballot}: {value}, law asks for {expected_en}",
    hint_zh="请核对人数和票数；数字无误的，“通过或当选”应写“否”",
    hint_en="check the numbers; where they are right, passed is 否",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every assembly called passed that law does not call so."""
    for ballot in ballots_in(sheet):
        if ballot.type in (ASSEMBLY, DELEGATES):
            yield from unmet(CODE, ballot, known.catalogue)
