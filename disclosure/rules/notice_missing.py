"""notice-missing: a public notice without its block of dates (FORMATS: `notice: {from, to}`).

Where the dates are a required element that stands nowhere, element-missing says so alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Kind
from disclosure.entry import Entry
from disclosure.entry.elements import missing_elements
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape, is_known
from disclosure.rules.rule import rule

CODE = Code(
    "notice-missing",
    zh="公示公告没有写起止日期",
    en="the notice does not say from when until when it runs",
    hint_zh="在信息头写 notice: {{from: 2026-10-12, to: 2026-10-27}}，换成实际的起止日期",
    hint_en="give notice: {{from: 2026-10-12, to: 2026-10-27}} with the real days",
)
ENDS = frozenset({"notice.from", "notice.to"})


def lacks_notice(shape: Shape) -> bool:
    """Tell whether an entry among the notices gives no dates."""
    return is_known(shape) and shape.kind is Kind.NOTICES and not shape.fills("notice")


@rule(CODE, gate=lacks_notice)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem of an entry among the notices that has no `notice` block."""
    if entry.kind is not Kind.NOTICES or entry.header.has("notice") or entry.is_withdrawn:
        return
    category = facts.category(entry)
    if category is None or not category.has_notice_period:
        return
    for binding in missing_elements(entry, category, facts.catalogue, facts.packages(entry)):
        alias = binding.alias
        if alias and any(ENDS.intersection(choice) for choice in alias.keys):
            return
    yield CODE.at(entry.file, entry.header.line("category"), "notice")
