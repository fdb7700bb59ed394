"""land-compensation-ballot: 土地补偿费 is shared out without a vote of all members.

农村集体经济组织法 arts. 26 (10) and 28: only the assembly of members decides; delegates do not.
Asked of the ballot where the division publishes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.ballots import ASSEMBLY, Ballot, ballots, is_carried
from disclosure.table_rules.books import Books
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.land import LAND, TABLE, is_shared_out
from disclosure.table_rules.sheet import text

CODE = Code(
    "land-compensation-ballot",
    zh="土地补偿费已分配或留存，{title}是“{value}”，{reason_zh}",
    en="land compensation was shared out: ballot {value!r}, {reason_en}",
    hint_zh="请填写集体成员大会的表决编号；没有经成员大会通过的，不得分配",
    hint_en="give the ballot of the assembly of members; without one nothing may be shared out",
)


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every item shared out without a ballot of the assembly that passed."""
    found = ballots(books)
    for sheet, row in books.lines(TABLE):
        if text(row, "item") != LAND or not is_shared_out(row):
            continue
        number = text(row, "ballot_id")
        ballot = found.get(number)
        reason = None
        if not number:
            reason = "没有填写", "none is given"
        elif ballot:
            reason = reason_of(ballot, known)
        if reason:
            yield sheet.problem(
                CODE,
                row,
                "ballot_id",
                number or None,
                reason_zh=reason[0],
                reason_en=reason[1],
            )


def reason_of(ballot: Ballot, known: Known) -> tuple[str, str] | None:
    """Return why a ballot does not decide on land compensation, or None."""
    if ballot.type != ASSEMBLY:
        return f"这是{ballot.type}的表决，应由集体成员大会决定", "the assembly has to decide"
    if not is_carried(ballot, known.catalogue):
        return "这次表决没有按法定比例通过", "it did not pass"
    return None
