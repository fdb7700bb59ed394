"""ballot-vote-total: the votes of the options do not fit the valid papers of the ballot. Design.

With one choice a paper and an option 弃权, every valid paper is one vote.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.ballots import TABLE, Ballot, ballots_in
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, count, text

CODE = Code(
    "ballot-vote-total",
    zh="表决 {ballot}：{reason_zh}",
    en="ballot {ballot}: {reason_en}",
    hint_zh="请与计票记录核对各选项得票和有效票",
    hint_en="compare the votes of the options and the valid papers with the record",
)
ABSTAIN = "弃权"


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield options with more votes than papers, and totals the papers do not give."""
    for ballot in ballots_in(sheet):
        valid, choices = ballot.number("valid"), ballot.number("max_choices")
        for row in ballot.rows:
            votes, label = count(row, "votes") or 0, text(row, "option_label")
            if votes > valid:
                yield sheet.problem(
                    CODE,
                    row,
                    "votes",
                    votes,
                    ballot=ballot.id,
                    reason_zh=f"“{label}”得票 {votes}，多于有效票 {valid}",
                    reason_en=f"{votes} votes for an option, {valid} valid papers",
                )
        yield from of_total(ballot, valid, choices)


def of_total(ballot: Ballot, valid: int, choices: int) -> Iterator[Problem]:
    """Yield the problem of the sum of all votes."""
    total = sum(count(row, "votes") or 0 for row in ballot.rows)
    has_abstention = any(text(row, "option_label") == ABSTAIN for row in ballot.rows)
    zh = ""
    if total > valid * choices:
        zh = f"各选项得票合计 {total}，多于有效票 {valid} 乘以每票可选数 {choices}"
    elif choices == 1 and has_abstention and total != valid:
        zh = f"各选项得票（含弃权）合计 {total}，应等于有效票 {valid}"
    if zh:
        yield ballot.sheet.problem(
            CODE,
            ballot.first,
            "votes",
            total,
            ballot=ballot.id,
            reason_zh=zh,
            reason_en=f"{total} votes in all, {valid} valid papers of {choices} choices",
        )
