"""assistance-confirmation-chain: aid is confirmed without a notice before it.

《社会救助暂行办法》 art. 11. The notice names the same household and has ended before the decision
(`formed_on`). Its list may have been taken down: only one that is there is looked into.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.rosters import ASSISTANCE
from disclosure.table_rules.sheet import day, text

CODE = Code(
    "assistance-confirmation-chain",
    zh="户号 {household} 的确认，{title}是 {value}，{reason_zh}",
    en="household {household} confirmed: prior list {value!r}, {reason_en}",
    hint_zh="请在前序名单号（prior_list_no）一列填写同一户审核公示的名单号，公示期满后再作确认",
    hint_en="give the list of the notice in prior_list_no; confirm after the notice has ended",
    severity=Severity.WARNING,
)
NOTICE, CONFIRMED = "审核公示", "确认"


@books_rule(CODE, ASSISTANCE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every confirmation that no ended notice of the household goes before."""
    lists: dict[str, dict[str, Line]] = defaultdict(dict)
    for line in books.lines(ASSISTANCE):
        if text(line[1], "stage") == NOTICE:
            lists[text(line[1], "list_no")][text(line[1], "household_no")] = line
    for line in books.lines(ASSISTANCE):
        sheet, row = line
        if text(row, "stage") != CONFIRMED:
            continue
        number = text(row, "prior_list_no")
        reason = reason_of(line, lists[number]) if number in lists else None
        if not number:
            reason = "没有填写", "none is given"
        if reason:
            yield sheet.problem(
                CODE,
                row,
                "prior_list_no",
                number or None,
                household=row.cells["household_no"],
                reason_zh=reason[0],
                reason_en=reason[1],
            )


def reason_of(line: Line, notice: dict[str, Line]) -> tuple[str, str] | None:
    """Return why a list is no notice of a confirmation, or None."""
    sheet, row = line
    prior = notice.get(text(row, "household_no"))
    if prior is None:
        return "这份公示名单里没有这一户", "the household is not in that list"
    ended, decided = day(prior[1], "objection_to"), sheet.entry.header.day("formed_on")
    if ended and decided and ended >= decided:
        return (
            f"公示到 {ended} 才期满，确认作出于 {decided}",
            f"the notice ended on {ended}, confirmed on {decided}",
        )
    return None
