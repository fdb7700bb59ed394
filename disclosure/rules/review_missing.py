"""review-missing: nothing says who reviewed the entry before it was made public (条例 art. 17)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape
from disclosure.rules.rule import rule

CODE = Code(
    "review-missing",
    zh="没有公开审查记录（review）",
    en="there is no record of the review before publication",
    hint_zh="在信息头写 review: {{by: 审查人或审查科室, date: 2026-10-10, basis: 审查依据}}",
    hint_en="write review: {{by: ..., date: 2026-10-10, basis: ...}}",
)
FIGURE = "review-record-required"


def lacks_review(shape: Shape) -> bool:
    """Tell whether no review is given."""
    return not shape.fills("review") and not shape.is_withdrawn


@rule(CODE, gate=lacks_review)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where `review` is absent or blank; its fields are another rule's matter."""
    if entry.header.has("review") or entry.is_withdrawn:
        return
    figure = facts.catalogue.figure(FIGURE)
    yield CODE.at(entry.file, entry.header.line("review"), "review", severity=figure.severity)
