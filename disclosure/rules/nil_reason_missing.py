"""nil-reason-missing: a nil report does not say why there is nothing (its review is asked of every
entry)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "nil-reason-missing",
    zh="无事项报告没有写明原因",
    en="the nil report gives no reason",
    hint_zh="在 nil: true 下面写 nil_reason: 本月未发生收支",
    hint_en="write nil_reason below nil: true",
)


@rule(CODE, keys=("nil",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where `nil: true` stands without a reason."""
    if entry.is_nil and not entry.header.has("nil_reason") and not entry.is_withdrawn:
        yield CODE.at(entry.file, entry.header.line("nil"), "nil_reason")
