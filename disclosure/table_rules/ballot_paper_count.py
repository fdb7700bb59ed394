"""ballot-paper-count: the papers of a ballot do not add up, or more came than were entitled.

Papers issued and not returned are ordinary; papers returned and never issued are not. Design.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.ballots import TABLE, ballots_in
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, counts

CODE = Code(
    "ballot-paper-count",
    zh="表决 {ballot} 的{title}是 {value}，{reason_zh}",
    en="ballot {ballot}: {field} is {value}, {reason_en}",
    hint_zh="请与计票记录核对：有效票加无效票等于收回票，收回票不多于发出票，实到不多于应到",
    hint_en="valid + invalid = returned <= issued; present <= eligible",
)
COLUMNS = ("eligible", "present", "issued", "returned", "valid", "invalid")


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield the counts of every ballot that contradict each other."""
    for ballot in ballots_in(sheet):
        given = counts(ballot.first, *COLUMNS)
        if given is None:
            continue
        eligible, present, issued, returned, valid, invalid = given
        wrong = []
        if valid + invalid != returned:
            zh = f"有效票 {valid} 加无效票 {invalid} 为 {valid + invalid}"
            wrong.append(("returned", returned, zh, f"valid and invalid are {valid + invalid}"))
        if returned > issued:
            wrong.append(("returned", returned, f"多于发出票 {issued}", f"{issued} were issued"))
        if present > eligible:
            zh = f"多于应到或登记人数 {eligible}"
            wrong.append(("present", present, zh, f"{eligible} are entitled"))
        for column, value, zh, en in wrong:
            yield sheet.problem(
                CODE,
                ballot.first,
                column,
                value,
                ballot=ballot.id,
                reason_zh=zh,
                reason_en=en,
            )
