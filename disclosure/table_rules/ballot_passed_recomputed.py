"""ballot-passed-recomputed: `passed` is not what the numbers give. Design.

Here: a motion that carried is called not passed, or the options against it are called passed. What
is called passed without votes enough is named by the rules of thresholds (`ballot-recall` ...).
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.ballots import AGREE, TABLE, ballots_in
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "ballot-passed-recomputed",
    zh="表决 {ballot} 的“{option}”{title}写作“{value}”，按票数应为“{expected}”",
    en="ballot {ballot}: passed is {value} for {option!r}, by the votes it is {expected}",
    hint_zh="请按法定比例核对，改正“通过或当选”一列；同意票达到比例的，只有“同意”一项写“是”",
    hint_en="correct passed by the thresholds of law; of a motion only 同意 can pass",
)
WORDS = {True: "是", False: "否"}


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield the options of motions whose `passed` is not what the votes give."""
    for ballot in ballots_in(sheet):
        if not ballot.is_motion or ballot.approval(known.catalogue) is None:
            continue
        has_quorum = ballot.has_quorum(known.catalogue)
        for row in ballot.rows:
            option, passed = text(row, "option_label"), row.cells.get("passed") is True
            can_pass = option.startswith(AGREE)
            carried = can_pass and has_quorum and ballot.carries(row, known.catalogue)
            if passed != carried and not (passed and can_pass):
                yield sheet.problem(
                    CODE,
                    row,
                    "passed",
                    WORDS[passed],
                    ballot=ballot.id,
                    option=option,
                    expected=WORDS[carried],
                )
